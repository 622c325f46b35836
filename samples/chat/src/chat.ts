import { streamText } from "ai";
import OpenAI from "openai";
import { chat } from "./models.js";

export async function reply(prompt: string): Promise<string> {
  const { textStream } = streamText({ model: chat, prompt });
  let text = "";
  for await (const part of textStream) text += part;
  return text;
}

/** A server of our own, which speaks OpenAI's protocol. */
const local = new OpenAI({ baseURL: "http://localhost:8000/v1", apiKey: "none" });

export async function localReply(prompt: string): Promise<string> {
  const completion = await local.chat.completions.create({
    model: process.env.CHAT_MODEL ?? "Qwen/Qwen2.5-7B-Instruct",
    messages: [{ role: "user", content: prompt }],
  });
  return completion.choices[0]?.message.content ?? "";
}
