#!/usr/bin/env bash
set -euo pipefail

BASE_MODEL="${BASE_MODEL:-EleutherAI/pythia-1.4b}"

hf download "$BASE_MODEL"
accelerate launch train.py \
  --model_name_or_path meta-llama/Llama-3.2-1B \
  --dataset_name HuggingFaceFW/fineweb-edu \
  --output_dir outputs/llama-1b
