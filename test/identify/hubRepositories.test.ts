import assert from "node:assert/strict";
import { closedModel } from "../catalog/records.ts";
import { namesBy } from "./found.ts";

const namesIn = namesBy([closedModel("qwen/qwen3", { names: { huggingface: ["Qwen/Qwen3-8B"] } })]);

describe("a repository of the hub", () => {
  it("is no model where the call says that it holds data or a space", () => {
    const text = [
      "from huggingface_hub import HfApi, hf_hub_download, snapshot_download",
      'snapshot_download(repo_id="acme/table-7b", repo_type="dataset")',
      'hf_hub_download("acme/images-7b", filename="a.zip", repo_type="dataset")',
      "HfApi().upload_file(path, repo_id='acme/demo-7b', repo_type='space')",
    ].join("\n");
    assert.deepEqual(namesIn("a.py", text), []);
  });

  it("is a model where the call says so, or nothing, whatever the next call says", () => {
    const text = [
      "from huggingface_hub import snapshot_download",
      'snapshot_download(repo_id="Qwen/Qwen3-8B", repo_type="model")',
      'snapshot_download(repo_id="Qwen/Qwen3-8B")',
      'snapshot_download(repo_id="acme/table-7b", repo_type="dataset")',
    ].join("\n");
    assert.deepEqual(namesIn("a.py", text), ["Qwen/Qwen3-8B", "Qwen/Qwen3-8B"]);
  });
});
