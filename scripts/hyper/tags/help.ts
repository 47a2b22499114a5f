/** What `hyper tags --help` says below its options. */

export const TAGS_HELP = `
A run that was stopped is taken up by the same command after its last complete block of rows (OUT.partial*
beside the result; with other input or options it begins anew). OUT is replaced at the end, in one step.

The cache knows texts by their content, and results by everything that they depend on. With it a second run
over the same texts computes nothing: 10,000 pairs take a second or two. It takes about 300 bytes a pair, several
processes may use it at once, and it may be deleted at any time.

Many machines: give each a part, under any scheduler's array, then put the parts together. The result is, byte
for byte, what one machine would have made. For instance

  hyper tags --preferences pairs.jsonl --shard $SLURM_ARRAY_TASK_ID/8 --out part-$SLURM_ARRAY_TASK_ID.jsonl
  hyper tags merge --shards part-*.jsonl --out features.jsonl

Every row says in "tagged_with" by which definitions, encoder and analyzer it was tagged; rows that were tagged
in another way are refused unless --recompute is given.

docs/tags.md explains the measures, the encoders and the analyzers, and how far each can be trusted.`;
