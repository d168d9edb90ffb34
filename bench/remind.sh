#!/usr/bin/env bash
# What "mainstay remind" takes of memory after a minute, as the runtime runs it and compiled ahead of time: bench/remind.sh (Linux, needs gcc)
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d); trap 'rm -rf "$out"' EXIT
dotnet publish src/Cli -c Release -r linux-x64 --self-contained false -o "$out/runtime" -v quiet
dotnet publish src/Remind -c Release -r linux-x64 -o "$out/ahead" -v quiet
printf '%s\n' '{"mainstay":"journal","version":1}' \
  '{"id":"019b1234-5678-7abc-8def-0123456789ab","at":"2026-01-05T08:00:00.000+00:00","entry":{"kind":"break-settings","what":{"on":true,"from":"00:00:00","to":"23:59:00","quiet_from":"00:00:00","quiet_to":"00:00:00","days":[0,1,2,3,4,5,6]}}}' > "$out/on.jsonl"
"$out/runtime/mainstay" journal import "$out/on.jsonl" --data "$out/d.db" > /dev/null
for program in "$out/runtime/mainstay remind" "$out/ahead/mainstay-remind"; do
  $program --data "$out/d.db" --knowledge knowledge > "$out/says" 2>&1 & pid=$!
  sleep 60
  echo "$(basename "${program%% *}"): $(grep -E 'VmHWM|VmRSS' "/proc/$pid/status" | tr -s '\t ' ' ' | tr '\n' ' ')"
  kill "$pid"; wait "$pid" 2> /dev/null || true
  tail -1 "$out/says"
done
