//! The values at the edges of each JSON type.

use serde_json::Value;

use super::Document;

/// Texts that break what handles them carelessly: none of them holds a lone surrogate, which no Rust
/// string can.
pub fn texts() -> Vec<Document> {
    let long = "long \u{1F980} ".repeat(600);
    let mut texts: Vec<Document> = [
        "",
        " ",
        "null",
        "step-00000000-0000-4000-8000-000000000000",
        "2026-02-30T25:61:61.000000000001",
        "Zürich \u{6771}\u{4EAC} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{202E}\u{FEFF}",
        "\" \\ / \u{8} \u{c} \n \r \t \u{0} \u{1f} \u{7f} \u{2028} \u{FFFD} \u{10FFFF}",
        "{\"type\":\"text\"}",
        &long,
    ]
    .into_iter()
    .map(Document::text)
    .collect();
    texts.extend(WORDS.iter().copied().map(Document::text));
    texts
}

/// Words that mean something to the schema, to the types or to `serde_json`.
const WORDS: &[&str] = &[
    "$ref",
    "x-letta-tag",
    "message_type",
    "system_message",
    "Unknown",
];

/// Keys that no type declares.
pub const KEYS: &[&str] = &[
    "",
    " ",
    "x_new",
    "x/y~z",
    "Id",
    "extra",
    "former_tag",
    "Unknown",
    "$ref",
    "anyOf",
    "properties",
    "x-letta-when",
    "\u{1F980}\"\\\n\u{0}",
    "__proto__",
];

/// The key under which `serde_json` hands over numbers when its feature `arbitrary_precision` is on. Beside
/// other fields it is a key like any other.
pub const NUMBER_KEY: &str = "$serde_json::private::Number";

/// Digits of integers: the edges of 32, 53 and 64 bits.
pub const INTEGERS: &[i64] = &[
    0,
    1,
    -1,
    1 << 31,
    -(1 << 31) - 1,
    1 << 53,
    (1 << 53) + 1,
    -(1 << 53),
    -(1 << 53) - 1,
    1_763_717_019_892_391_000,
    i64::MAX,
    i64::MIN,
];

/// Doubles whose last bit is lost by a careless parser, and those at the edges.
pub const DOUBLES: &[f64] = &[
    0.1,
    -0.0,
    0.300_000_000_000_000_04,
    5e-324,
    2.225_073_858_507_201_4e-308,
    1.797_693_134_862_315_7e308,
    -1.797_693_134_862_315_7e308,
    9_007_199_254_740_993.0,
    0.016_393_442_622_950_82,
    1e21,
];

/// Digits that `serde_json` keeps with its feature `arbitrary_precision` alone. Without it they become doubles
/// before any type sees them.
const LARGE: &[&str] = &[
    "18446744073709551616",
    "-9223372036854775809",
    "340282366920938463463374607431768211456",
    "0.1000000000000000055511151231257827",
];

/// Any JSON at all.
pub fn anything() -> Vec<Document> {
    let mut values = vec![
        Document::Bool(false),
        Document::text(""),
        Document::number(u64::MAX),
        Document::Array(vec![]),
        Document::Array(vec![Document::Null]),
        Document::Array(numbers()),
    ];
    values.extend(maps());
    values
}

/// Open maps: empty, with `null`s, with every odd key, with every odd number, and deep.
pub fn maps() -> Vec<Document> {
    let one = |key: &str, value| Document::Object(vec![(key.to_owned(), value)]);
    let odd_keys = KEYS
        .iter()
        .map(|key| ((*key).to_owned(), Document::Null))
        .collect();
    vec![
        Document::Object(vec![]),
        one("key", Document::Null),
        one("message_type", Document::text("system_message")),
        Document::Object(odd_keys),
        one("numbers", Document::Array(numbers())),
        one("texts", Document::Array(texts())),
        deep(90),
    ]
}

fn numbers() -> Vec<Document> {
    let integers = INTEGERS.iter().map(Document::number);
    integers
        .chain(DOUBLES.iter().copied().map(double))
        .chain(LARGE.iter().map(Document::number))
        .collect()
}

/// The shortest digits that read as this double.
pub fn double(value: f64) -> Document {
    Value::from(value).into()
}

/// Objects and arrays within each other; `serde_json` ends at 128 levels.
fn deep(levels: usize) -> Document {
    (0..levels).fold(Document::Object(vec![]), |within, level| {
        if level % 2 == 0 {
            Document::Array(vec![within])
        } else {
            Document::Object(vec![("deep".to_owned(), within)])
        }
    })
}
