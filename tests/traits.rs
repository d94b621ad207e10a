//! What every type is, and under which documented names it is found.

use std::{
    borrow::Borrow,
    collections::{BTreeSet, HashMap},
    error::Error,
    fmt::{Debug, Display},
    fs,
    hash::Hash,
    mem::size_of,
    path::Path,
    str::FromStr,
};

use allocation_counter::measure;
use letta_types::{
    ApiError, ArgumentsError, Extra, LettaMessage, MessageId, MessageType, ProjectId, Timestamp,
    TimestampError, ToolStatus, UnknownApproval, UnknownLettaMessage, UnknownMessageListResult,
    UnknownObject,
    json::{self, Tolerant},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use support::{Schema, every_type, schema::properties};

/// What a program does with a value: keeps it, copies it, sends it to another thread, compares it, prints it.
fn assert_value<T: Clone + Debug + PartialEq + Send + Sync + Unpin + 'static>() {}

fn assert_body<T: Serialize + DeserializeOwned>() {}

fn assert_key<T: Eq + Hash>() {}

fn assert_error<T: Error + Send + Sync + 'static>() {}

fn assert_text<T>()
where
    T: AsRef<str>
        + Display
        + From<String>
        + for<'a> From<&'a str>
        + for<'a> From<&'a String>
        + for<'a> From<&'a T>
        + FromStr
        + Ord
        + PartialEq<str>
        + for<'a> PartialEq<&'a str>
        + PartialEq<String>
        + Into<String>,
    str: PartialEq<T>,
    for<'a> &'a str: PartialEq<T>,
    String: PartialEq<T>,
{
}

macro_rules! types {
    ($($name:ident)+) => {
        /// All definitions; that they are all, `every_definition_is_a_type_of_the_crate` shows.
        const NAMES: &[&str] = &[$(stringify!($name)),+];

        #[test]
        fn every_type_is_a_value_and_a_body() {
            $(
                assert_value::<letta_types::$name>();
                assert_body::<letta_types::$name>();
            )+
        }
    };
}

every_type!(types);

#[test]
fn types_with_floats_are_those_of_the_schema() {
    let schema = Schema::bundled();
    // Those that hold a float, and so can't be keys, are told here by the schema.
    let floats: Vec<&str> = NAMES
        .iter()
        .copied()
        .filter(|name| holds_float(&schema, name))
        .collect();
    assert_eq!(floats, FLOATS);
}

/// Whether a definition is or refers to a `number`, however far in.
fn holds_float(schema: &Schema, name: &str) -> bool {
    fn within(schema: &Schema, value: &Value) -> bool {
        match value {
            Value::Array(list) => list.iter().any(|value| within(schema, value)),
            Value::Object(object) => {
                let referred = object.get("$ref").and_then(Value::as_str);
                let referred = referred.and_then(|reference| reference.strip_prefix("#/$defs/"));
                object.get("type").is_some_and(|kind| {
                    kind == "number"
                        || kind
                            .as_array()
                            .is_some_and(|kinds| kinds.contains(&"number".into()))
                }) || referred.is_some_and(|name| holds_float(schema, name))
                    || object.values().any(|value| within(schema, value))
            }
            _ => false,
        }
    }
    within(schema, schema.definition(name))
}

const FLOATS: [&str; 1] = ["MessageSearchResult"];

/// Asserts that all but the types with floats are keys.
macro_rules! keys {
    (@one MessageSearchResult) => {};
    (@one $name:ident) => { assert_key::<letta_types::$name>(); };
    ($($name:ident)+) => {
        #[test]
        fn every_type_without_floats_is_a_key() {
            $(keys!(@one $name);)+
        }
    };
}

every_type!(keys);

#[test]
fn what_is_no_definition_is_a_value_too() {
    assert_value::<Extra>();
    assert_key::<Extra>();
    assert_value::<UnknownObject>();
    assert_key::<UnknownObject>();
    assert_value::<UnknownLettaMessage>();
    assert_key::<UnknownLettaMessage>();
    assert_value::<UnknownApproval>();
    assert_key::<UnknownApproval>();
    assert_value::<UnknownMessageListResult>();
    assert_key::<UnknownMessageListResult>();
    assert_value::<Tolerant<LettaMessage>>();
    assert_body::<Tolerant<LettaMessage>>();
    assert_body::<Extra>();
}

#[test]
fn texts_are_as_good_as_strings() {
    assert_text::<Timestamp>();
    assert_text::<MessageId>();
    assert_text::<ProjectId>();
    assert_text::<MessageType>();
    assert_text::<ToolStatus>();
}

/// Short identifiers and instants are kept inline and long ones aren't; to a program they are texts all the same.
fn assert_is_as_its_text<T>() -> serde_json::Result<()>
where
    T: Borrow<str> + Clone + Debug + Display + DeserializeOwned + Eq + Hash + Ord + Serialize,
    T: From<String> + Into<String> + PartialEq<String> + for<'a> From<&'a str>,
{
    let mut texts: Vec<String> = (0..70)
        .map(|length| "2026-11-21".repeat(7)[..length].into())
        .collect();
    for length in [1, 15, 16, 31, 32, 33, 37, 38, 39, 45, 46, 47, 48] {
        // Characters of two to four bytes that end at, before and behind each place in question.
        texts.extend(["é", "…", "🕰"].map(|last| "-".repeat(length) + last));
        texts.push("\0".repeat(length));
        texts.push("\0".repeat(length) + "Z");
    }
    let by_text: HashMap<T, &str> = texts
        .iter()
        .map(|text| (T::from(text.as_str()), text.as_str()))
        .collect();
    assert_eq!(by_text.len(), texts.len());
    for text in &texts {
        let value = T::from(text.clone());
        assert_eq!(value.borrow(), text);
        assert_eq!(by_text.get(text.as_str()), Some(&text.as_str()));
        assert_eq!(value, *text);
        assert_eq!(value.to_string(), *text);
        assert_eq!(Into::<String>::into(value.clone()), *text);
        let json = serde_json::to_string(text)?;
        assert_eq!(serde_json::to_string(&value)?, json);
        assert_eq!(serde_json::from_str::<T>(&json)?, value);
        for other in &texts {
            assert_eq!(value.cmp(&T::from(other.as_str())), text.cmp(other));
        }
    }
    Ok(())
}

#[test]
fn identifiers_and_instants_are_texts_of_any_length() -> serde_json::Result<()> {
    assert_is_as_its_text::<Timestamp>()?;
    assert_is_as_its_text::<MessageId>()?;
    assert_is_as_its_text::<ProjectId>()
}

/// What needs no escape is written without looking for it: each character is written as in any text, wherever it stands.
fn assert_is_written_as_its_text<T: From<String> + Serialize>() -> serde_json::Result<()> {
    for symbol in ('\0'..='\u{17f}').chain(['\u{2028}', '…', '🕰']) {
        for before in [0, 1, 14, 15, 16, 29, 36, 37, 43, 44, 45, 46] {
            for behind in [0, 1, 9] {
                let text = "-".repeat(before) + &symbol.to_string() + &"-".repeat(behind);
                let value = T::from(text.clone());
                assert_eq!(
                    serde_json::to_string(&value)?,
                    serde_json::to_string(&text)?
                );
                assert_eq!(
                    serde_json::to_string_pretty(&[value])?,
                    serde_json::to_string_pretty(&[text])?
                );
            }
        }
    }
    Ok(())
}

#[test]
fn every_character_is_written_as_in_any_text() -> serde_json::Result<()> {
    assert_is_written_as_its_text::<Timestamp>()?;
    assert_is_written_as_its_text::<MessageId>()?;
    assert_is_written_as_its_text::<ProjectId>()
}

#[test]
fn inline_texts_allocate_nothing() -> serde_json::Result<()> {
    fn count<T>(text: &str) -> serde_json::Result<u64>
    where
        T: Clone + DeserializeOwned + for<'a> From<&'a str> + PartialEq,
    {
        let json = serde_json::to_string(text)?;
        let mut read = Ok(T::from(text));
        let reading = measure(|| read = serde_json::from_str(&json));
        let read: T = read?;
        let mut same = false;
        let using = measure(|| same = read.clone() == T::from(text));
        assert!(same);
        Ok(reading.count_total + using.count_total)
    }

    assert_eq!(count::<MessageId>(&"m".repeat(46))?, 0);
    assert_eq!(count::<MessageId>(&"m".repeat(47))?, 3);
    assert_eq!(count::<ProjectId>("p")?, 3);
    assert_eq!(count::<Timestamp>(&"2".repeat(38))?, 0);
    assert_eq!(count::<Timestamp>(&"2".repeat(39))?, 3);
    assert_eq!(measure(|| drop(MessageId::new("message-1"))).count_total, 0);
    Ok(())
}

/// An optional one takes no more.
#[test]
fn inline_texts_have_room_for_nothing_else() {
    assert_eq!(size_of::<Timestamp>(), 40);
    assert_eq!(size_of::<Option<Timestamp>>(), 40);
    assert_eq!(size_of::<MessageId>(), 48);
    assert_eq!(size_of::<Option<MessageId>>(), 48);
    assert_eq!(size_of::<ProjectId>(), size_of::<String>());
}

#[test]
fn errors_are_errors() {
    assert_error::<json::Error>();
    assert_error::<ArgumentsError>();
    assert_error::<TimestampError<jiff::Error>>();
    assert_error::<ApiError>();
}

// Documented names

/// The source of the types, item by item: what stands in front of a line that declares a type, and the fields.
struct Source {
    text: String,
}

impl Source {
    fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../letta-types/src/generated");
        let mut text = String::new();
        for entry in fs::read_dir(&folder).expect("the folder of the types") {
            let path = entry.expect("an entry").path();
            if path.is_file() {
                text.push_str(&fs::read_to_string(&path).expect("a source file"));
                text.push('\n');
            }
        }
        Self { text }
    }

    /// The aliases of a type.
    fn aliases_of_type(&self, name: &str) -> BTreeSet<&str> {
        self.aliases(self.line(&[
            &format!("pub struct {name} {{"),
            &format!("pub enum {name} {{"),
            &format!("pub struct {name}("),
        ]))
    }

    /// The name of a field in Rust and its aliases; the name isn't to be told from the key alone.
    fn field(&self, type_name: &str, key: &str) -> Option<(&str, BTreeSet<&str>)> {
        let start = self.line(&[&format!("pub struct {type_name} {{")]);
        let body = &self.text[start..];
        let body = &body[..body.find("\n}").expect("the end of a type")];
        let mut from = start;
        for line in body.split_inclusive('\n') {
            if let Some((name, _)) = line
                .trim_start()
                .strip_prefix("pub ")
                .and_then(|line| line.split_once(": "))
            {
                let aliases = self.aliases(from);
                if name == key || aliases.contains(key) {
                    return Some((name, aliases));
                }
            }
            from += line.len();
        }
        None
    }

    /// The offset of the line that begins with one of the texts.
    fn line(&self, starts: &[&str]) -> usize {
        let found = starts
            .iter()
            .find_map(|start| self.text.find(&format!("\n{start}")));
        found.unwrap_or_else(|| panic!("no line begins with any of {starts:?}")) + 1
    }

    /// The aliases in the attributes right before an offset.
    fn aliases(&self, offset: usize) -> BTreeSet<&str> {
        self.text[..offset]
            .lines()
            .rev()
            .take_while(|line| {
                ["#[", "///"]
                    .iter()
                    .any(|start| line.trim().starts_with(start))
            })
            .filter_map(|line| {
                line.trim()
                    .strip_prefix("#[doc(alias = \"")?
                    .strip_suffix("\")]")
            })
            .collect()
    }
}

#[test]
fn types_are_found_by_their_documented_names() {
    let schema = Schema::bundled();
    let source = Source::read();
    let mut aliases = 0;
    for (name, definition) in schema.definitions() {
        let documented: BTreeSet<&str> = definition["x-letta-names"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(source.aliases_of_type(name), documented, "{name}");
        aliases += documented.len();
    }
    assert!(aliases >= 15, "{aliases}");
}

/// The names that the documents, OpenAPI and the SDKs have for types, and what they are here.
#[test]
fn documented_names_lead_somewhere() {
    const DOCUMENTED: &[(&str, &str)] = &[
        ("MessageListResponse", "LettaMessage"),
        ("LettaMessageUnion", "LettaMessage"),
        ("MetricRetrieveResponse", "StepMetrics"),
        ("Message", "InternalMessage"),
        ("ChatCompletionMessageFunctionToolCall", "FunctionToolCall"),
        ("Function", "FunctionCall"),
        ("LettaSchemasMessageToolReturn", "InternalToolReturn"),
        ("LettaSchemasMessageToolReturnOutput", "InternalToolReturn"),
        ("URL", "UrlImage"),
        ("Base64", "Base64Image"),
        ("Letta", "LettaImage"),
        ("SummarizedReasoning", "SummarizedReasoningContent"),
        ("LettaMessageContentUnion", "MessageContentPart"),
        ("LettaUserMessageContentUnion", "UserContentPart"),
        ("LettaAssistantMessageContentUnion", "AssistantContentPart"),
        ("LettaToolReturnContentUnion", "ToolReturnContentPart"),
        ("HTTPValidationError", "ApiError"),
    ];
    let source = Source::read();
    for (documented, ours) in DOCUMENTED {
        assert!(
            source.aliases_of_type(ours).contains(documented),
            "{documented}"
        );
    }
}

#[test]
fn fields_are_found_by_their_keys() {
    let schema = Schema::bundled();
    let source = Source::read();
    let (mut fields, mut renamed) = (0, BTreeSet::new());
    for (type_name, definition) in schema.objects() {
        for (key, property) in properties(definition) {
            if property.get("const").is_some() {
                continue;
            }
            fields += 1;
            let (name, aliases) = source
                .field(type_name, key)
                .unwrap_or_else(|| panic!("{type_name}.{key} has no field or alias"));
            if name == key {
                assert!(aliases.is_empty(), "{type_name}.{key}: {aliases:?}");
            } else {
                renamed.insert(format!("{type_name}.{key}"));
            }
        }
    }
    assert!(fields > 300, "{fields}");
    let expected = [
        "FunctionToolCall.type",
        "ModelError.type",
        "ValidationError.type",
    ];
    assert_eq!(renamed, expected.map(str::to_owned).into());
}
