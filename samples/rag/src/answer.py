"""Answers questions from the documents that index.py has read."""

import os

from openai import OpenAI
from sentence_transformers import CrossEncoder, SentenceTransformer

client = OpenAI()
encoder = SentenceTransformer("BAAI/bge-m3")
reranker = CrossEncoder("cross-encoder/ms-marco-MiniLM-L6-v2")

MODEL = os.getenv("ANSWER_MODEL", "gpt-4o")
FAST_MODEL = "gpt-4o-mini"


def answer(question: str, passages: list[str]) -> str:
    ranked = reranker.rank(question, passages, top_k=5)
    context = "\n\n".join(passages[hit["corpus_id"]] for hit in ranked)
    reply = client.chat.completions.create(
        model=MODEL,
        messages=[
            {"role": "system", "content": "Answer from the passages. Say so when they do not hold the answer."},
            {"role": "user", "content": f"{context}\n\nQuestion: {question}"},
        ],
    )
    return reply.choices[0].message.content or ""


def title(question: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[{"role": "user", "content": f"A title of five words for: {question}"}],
    )
    return reply.choices[0].message.content or question
