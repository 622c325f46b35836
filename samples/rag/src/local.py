"""The same answers without leaving the machine."""

import ollama
from litellm import completion


def answer(question: str) -> str:
    reply = ollama.chat(model="llama3.1:8b", messages=[{"role": "user", "content": question}])
    return reply["message"]["content"]


def second_opinion(question: str) -> str:
    reply = completion(model="ollama/mistral:7b", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content


def open_answer(question: str) -> str:
    reply = ollama.chat(model="olmo-3:7b-instruct", messages=[{"role": "user", "content": question}])
    return reply["message"]["content"]
