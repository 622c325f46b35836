"""Reads documents into the vector index."""

from pathlib import Path

from openai import OpenAI
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline

client = OpenAI()

tokenizer = AutoTokenizer.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")
model = AutoModelForCausalLM.from_pretrained("meta-llama/Llama-3.1-8B-Instruct", device_map="auto")

transcribe = pipeline("automatic-speech-recognition", model="openai/whisper-large-v3")


def embed(texts: list[str]) -> list[list[float]]:
    reply = client.embeddings.create(model="text-embedding-3-small", input=texts)
    return [row.embedding for row in reply.data]


def summary(path: Path) -> str:
    prompt = tokenizer.apply_chat_template(
        [{"role": "user", "content": f"Summarise:\n\n{path.read_text()}"}], add_generation_prompt=True, return_tensors="pt"
    )
    output = model.generate(prompt.to(model.device), max_new_tokens=200)
    return tokenizer.decode(output[0][prompt.shape[-1] :], skip_special_tokens=True)
