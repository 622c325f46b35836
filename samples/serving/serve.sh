#!/usr/bin/env bash
set -euo pipefail

ollama pull llama3.1:8b
vllm serve Qwen/Qwen2.5-7B-Instruct --port 8000 &
vllm serve allenai/Olmo-3-7B-Instruct --port 8001
