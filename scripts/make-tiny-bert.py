"""Writes a BERT with random weights as a folder that transformers.js and ONNX runtimes can load.

The default is the tiny model in test/fixtures/tiny-bert, with `expected.json` beside it: what a forward pass in
NumPy, written apart from the ONNX graph, makes of some token ids. With larger numbers, for instance

    --hidden 768 --layers 6 --heads 12 --inner 3072 --positions 512 --words 30000 --no-expected

it makes a model of a published one's size, to measure speed with.

Needs numpy and onnx (Debian: python3-onnx). The same arguments give the same bytes, but for
the layout of the JSON files: `npx biome format --write test/fixtures/tiny-bert` gives them the committed one.
"""

import argparse
import json
import math
import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORDS = "of volcano erupt bread bake magma rise night with and".split()
EPSILON = 1e-12
OPERATOR_SET = 17


def vocabulary(word_count):
    """Every letter and digit as the start and as a further piece of a word, some words, and fillers."""
    pieces = SPECIAL + list(LETTERS + "0123456789.,!?-'") + ["##" + c for c in LETTERS + "0123456789"] + WORDS
    return pieces + [f"filler{i}" for i in range(max(0, word_count - len(pieces)))]


def weights(rng, sizes):
    """All parameters by the names of BERT's modules."""
    hidden, inner = sizes["hidden"], sizes["inner"]

    def normal(*shape):
        return rng.normal(0, 0.2, shape).astype(np.float32)

    def norm(name):
        return {f"{name}.weight": 1 + normal(hidden), f"{name}.bias": normal(hidden)}

    def dense(name, rows, columns):
        return {f"{name}.weight": normal(rows, columns), f"{name}.bias": normal(columns)}

    found = {
        "embeddings.word_embeddings": normal(sizes["words"], hidden),
        "embeddings.position_embeddings": normal(sizes["positions"], hidden),
        "embeddings.token_type_embeddings": normal(2, hidden),
        **norm("embeddings.LayerNorm"),
    }
    for i in range(sizes["layers"]):
        layer = f"encoder.layer.{i}"
        for part in ("query", "key", "value"):
            found.update(dense(f"{layer}.attention.self.{part}", hidden, hidden))
        found.update(dense(f"{layer}.attention.output.dense", hidden, hidden))
        found.update(norm(f"{layer}.attention.output.LayerNorm"))
        found.update(dense(f"{layer}.intermediate.dense", hidden, inner))
        found.update(dense(f"{layer}.output.dense", inner, hidden))
        found.update(norm(f"{layer}.output.LayerNorm"))
    return found


class Graph:
    """Collects nodes; each output is named for the module that makes it, as PyTorch's exporter does."""

    def __init__(self, parameters):
        self.nodes = []
        self.constants = {name: numpy_helper.from_array(value, name) for name, value in parameters.items()}

    def constant(self, name, values, kind=np.int64):
        self.constants[name] = numpy_helper.from_array(np.asarray(values, kind), name)
        return name

    def add(self, module, operator, inputs, **attributes):
        path = "/" + module.replace(".", "/").replace("layer/", "layer.")
        name = f"{path}/{operator}_{len(self.nodes)}_output_0"
        self.nodes.append(helper.make_node(operator, inputs, [name], **attributes))
        return name

    def dense(self, module, states):
        product = self.add(module, "MatMul", [states, f"{module}.weight"])
        return self.add(module, "Add", [product, f"{module}.bias"])

    def norm(self, module, states):
        parameters = [states, f"{module}.weight", f"{module}.bias"]
        return self.add(module, "LayerNormalization", parameters, axis=-1, epsilon=EPSILON)


def onnx_model(parameters, sizes):
    """BERT from token ids to the states after its last layer."""
    graph = Graph(parameters)
    states = embedded(graph)
    bias = attention_bias(graph)
    for i in range(sizes["layers"]):
        states = transformer_layer(graph, f"encoder.layer.{i}", states, bias, sizes)
    graph.nodes.append(helper.make_node("Identity", [states], ["last_hidden_state"]))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    shape = ["batch", "length", sizes["hidden"]]
    output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, shape)
    whole = helper.make_graph(graph.nodes, "bert", inputs, [output], list(graph.constants.values()))
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", OPERATOR_SET)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def embedded(graph):
    module = "embeddings"
    words = graph.add(module, "Gather", [f"{module}.word_embeddings", "input_ids"])
    kinds = graph.add(module, "Gather", [f"{module}.token_type_embeddings", "token_type_ids"])
    length = graph.add(module, "Shape", ["input_ids"], start=1, end=2)
    bounds = [graph.constant("from", [0]), length, graph.constant("axis", [0])]
    positions = graph.add(module, "Slice", [f"{module}.position_embeddings", *bounds])
    sums = graph.add(module, "Add", [graph.add(module, "Add", [words, kinds]), positions])
    return graph.norm(f"{module}.LayerNorm", sums)


def attention_bias(graph):
    """0 where a token is, a large negative number where padding is."""
    mask = graph.add("mask", "Cast", ["attention_mask"], to=TensorProto.FLOAT)
    missing = graph.add("mask", "Sub", [graph.constant("one", 1, np.float32), mask])
    scaled = graph.add("mask", "Mul", [missing, graph.constant("lowest", -1e9, np.float32)])
    return graph.add("mask", "Unsqueeze", [scaled, graph.constant("heads_and_queries", [1, 2])])


def transformer_layer(graph, layer, states, bias, sizes):
    heads, width = sizes["heads"], sizes["hidden"] // sizes["heads"]
    module = f"{layer}.attention.self"
    by_head = graph.constant("by_head", [0, 0, heads, width])

    def part(name, order):
        split = graph.add(module, "Reshape", [graph.dense(f"{module}.{name}", states), by_head])
        return graph.add(module, "Transpose", [split], perm=order)

    scores = graph.add(module, "MatMul", [part("query", [0, 2, 1, 3]), part("key", [0, 2, 3, 1])])
    scale = graph.constant("scale", 1 / math.sqrt(width), np.float32)
    biased = graph.add(module, "Add", [graph.add(module, "Mul", [scores, scale]), bias])
    mixed = graph.add(module, "MatMul", [graph.add(module, "Softmax", [biased], axis=-1), part("value", [0, 2, 1, 3])])
    together = graph.add(module, "Transpose", [mixed], perm=[0, 2, 1, 3])
    flat = graph.add(module, "Reshape", [together, graph.constant("together", [0, 0, sizes["hidden"]])])

    module = f"{layer}.attention.output"
    attended = graph.norm(
        f"{module}.LayerNorm", graph.add(module, "Add", [graph.dense(f"{module}.dense", flat), states])
    )
    module = f"{layer}.intermediate"
    inner = graph.dense(f"{module}.dense", attended)
    share = graph.add(module, "Erf", [graph.add(module, "Mul", [inner, graph.constant("root", 0.5**0.5, np.float32)])])
    half = graph.add(module, "Mul", [inner, graph.constant("half", 0.5, np.float32)])
    active = graph.add(module, "Mul", [half, graph.add(module, "Add", [share, "one"])])
    module = f"{layer}.output"
    result = graph.dense(f"{module}.dense", active)
    return graph.norm(f"{module}.LayerNorm", graph.add(module, "Add", [result, attended]))


def forward(parameters, ids, sizes):
    """States after each layer, in 64-bit NumPy; knows nothing of the graph above."""
    p = {name: value.astype(np.float64) for name, value in parameters.items()}
    erf = np.vectorize(math.erf)

    def dense(x, name):
        return x @ p[f"{name}.weight"] + p[f"{name}.bias"]

    def norm(x, name):
        centred = x - x.mean(axis=-1, keepdims=True)
        scale = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + EPSILON)
        return centred / scale * p[f"{name}.weight"] + p[f"{name}.bias"]

    x = p["embeddings.word_embeddings"][ids] + p["embeddings.position_embeddings"][: len(ids)]
    x = norm(x + p["embeddings.token_type_embeddings"][0], "embeddings.LayerNorm")
    after = []
    for i in range(sizes["layers"]):
        layer = f"encoder.layer.{i}"
        q, k, v = (dense(x, f"{layer}.attention.self.{part}") for part in ("query", "key", "value"))
        width = sizes["hidden"] // sizes["heads"]
        heads = []
        for start in range(0, sizes["hidden"], width):
            cut = slice(start, start + width)
            scores = np.exp(q[:, cut] @ k[:, cut].T / math.sqrt(width))
            heads.append(scores / scores.sum(axis=-1, keepdims=True) @ v[:, cut])
        attended = dense(np.concatenate(heads, axis=-1), f"{layer}.attention.output.dense")
        x = norm(x + attended, f"{layer}.attention.output.LayerNorm")
        inner = dense(x, f"{layer}.intermediate.dense")
        inner = inner * (1 + erf(inner / math.sqrt(2))) / 2
        x = norm(x + dense(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
        after.append(x)
    return after


# Texts and how WordPiece cuts them with this vocabulary, by hand.
EXAMPLES = {
    "Bake bread.": ["bake", "bread", "."],
    "the Volcano erupts": ["t", "##h", "##e", "volcano", "erupt", "##s"],
    "magma ☃ rise!": ["magma", "[UNK]", "rise", "!"],
}


def expected(parameters, sizes, words):
    examples = []
    for text, tokens in EXAMPLES.items():
        ids = [words.index(token) for token in ["[CLS]", *tokens, "[SEP]"]]
        states = [np.round(x, 7).tolist() for x in forward(parameters, ids, sizes)]
        examples.append({"text": text, "tokens": tokens, "ids": ids, "statesByLayer": states})
    return {"forwardPass": f"NumPy {np.__version__}, 64 bits", "examples": examples}


def tokenizer(words):
    def special(name):
        return {"SpecialToken": {"id": name, "type_id": 0}}

    text = {"Sequence": {"id": "A", "type_id": 0}}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": i, "content": name, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for i, name in enumerate(SPECIAL)
        ],
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [special("[CLS]"), text, special("[SEP]")],
            "pair": [special("[CLS]"), text, special("[SEP]")],
            "special_tokens": {
                name: {"id": name, "ids": [words.index(name)], "tokens": [name]} for name in ("[CLS]", "[SEP]")
            },
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": {word: i for i, word in enumerate(words)},
        },
    }


def tokenizer_config(sizes):
    names = {f"{key.strip('[]').lower()}_token": key for key in SPECIAL}
    return {"tokenizer_class": "BertTokenizer", "model_max_length": sizes["positions"], "do_lower_case": True, **names}


def config(sizes):
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": sizes["hidden"],
        "num_hidden_layers": sizes["layers"],
        "num_attention_heads": sizes["heads"],
        "intermediate_size": sizes["inner"],
        "max_position_embeddings": sizes["positions"],
        "vocab_size": sizes["words"],
        "type_vocab_size": 2,
        "pad_token_id": 0,
        "hidden_act": "gelu",
        "layer_norm_eps": EPSILON,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    for name, size in (("hidden", 16), ("layers", 2), ("heads", 2), ("inner", 32), ("positions", 40), ("words", 0)):
        parser.add_argument(f"--{name}", type=int, default=size)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-expected", action="store_true")
    given = vars(parser.parse_args())
    words = vocabulary(given["words"])
    sizes = {**given, "words": len(words)}
    parameters = weights(np.random.default_rng(given["seed"]), sizes)
    (given["folder"] / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(onnx_model(parameters, sizes), str(given["folder"] / "onnx" / "model.onnx"))
    files = {"config": config(sizes), "tokenizer": tokenizer(words), "tokenizer_config": tokenizer_config(sizes)}
    if not given["no_expected"]:
        files["expected"] = expected(parameters, sizes, words)
    for name, value in files.items():
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        (given["folder"] / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
