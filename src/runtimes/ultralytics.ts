import { named } from "../identify/names.ts";
import { calls } from "./places.ts";
import type { Runtime } from "./runtime.ts";

/** Ultralytics: weights files of its own releases, fetched by name (docs.ultralytics.com). It runs no others by name, so nothing is printed. */
export const ultralytics: Runtime = {
  id: "ultralytics",
  name: "Ultralytics",
  namespace: "other",
  modules: ["ultralytics"],
  contexts: calls("YOLO YOLOWorld YOLOE RTDETR SAM FastSAM NAS", "0 model", { modules: ["ultralytics"] }),
  read: (name) => (/^(?:yolo|rtdetr|sam|mobile_sam|FastSAM)[\w.-]*\.pt$/.test(name) ? named("other", name) : null),
  print: () => null,
};
