//! What the generator refuses: each slip with its file, its JSON Pointer and its remedy.
//!
//! `good.json` is a schema with which nothing is wrong, and `office.json` has operations. Each case breaks one thing of it, and exactly one
//! problem must come of that.

use std::panic::catch_unwind;

use letta_types_codegen::{Problem, Source, generate, json::Json};
use serde_json::Value;

const FILE: &str = "good.json";
const GOOD: &str = include_str!("good.json");

const OFFICE_FILE: &str = "office.json";
const OFFICE: &str = include_str!("office.json");

/// A change to the good schema.
enum Edit {
    /// Puts a value there, in place of the one that is there if there is one.
    Set(&'static str, &'static str),
    /// Takes it out.
    Drop(&'static str),
}

use Edit::{Drop, Set};

/// A slip and what must be said of it: the edits, the pointer, a part of the message, a part of the remedy.
type Case = (&'static [Edit], &'static str, &'static str, &'static str);

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("the tests write JSON")
}

/// The object around a pointer's end, and the key of that end.
fn around<'a>(root: &'a mut Value, pointer: &str) -> (&'a mut Value, String) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer to a member");
    let parent = root.pointer_mut(parent).expect("the parent is there");
    (parent, key.replace("~1", "/").replace("~0", "~"))
}

fn apply(root: &mut Value, edit: &Edit) {
    match edit {
        Set(pointer, value) => {
            let value = parsed(value);
            match around(root, pointer) {
                (Value::Object(entries), key) => {
                    entries.insert(key, value);
                }
                (Value::Array(elements), index) => {
                    let index: usize = index.parse().expect("an index");
                    match elements.get_mut(index) {
                        Some(element) => *element = value,
                        None => elements.push(value),
                    }
                }
                _ => panic!("{pointer} is in no container"),
            }
        }
        Drop(pointer) => match around(root, pointer) {
            (Value::Object(entries), key) => {
                entries.remove(&key).expect("it was there");
            }
            (Value::Array(elements), index) => {
                elements.remove(index.parse().expect("an index"));
            }
            _ => panic!("{pointer} is in no container"),
        },
    }
}

fn edited(edits: &[Edit]) -> String {
    edited_of(GOOD, edits)
}

fn edited_of(text: &str, edits: &[Edit]) -> String {
    let mut schema = parsed(text);
    for edit in edits {
        apply(&mut schema, edit);
    }
    schema.to_string()
}

fn problems(sources: &[(&str, &str)]) -> Vec<Problem> {
    let sources: Vec<_> = sources
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    generate(&sources).err().map_or_else(Vec::new, |all| all.0)
}

/// Why the problems aren't the one that the case tells of, if they aren't.
fn fault(found: &[Problem], pointer: &str, message: &str, remedy: &str) -> Option<String> {
    fault_of(FILE, found, pointer, message, remedy)
}

fn fault_of(
    file: &str,
    found: &[Problem],
    pointer: &str,
    message: &str,
    remedy: &str,
) -> Option<String> {
    let [only] = found else {
        return Some(format!("expected one problem, found {found:#?}"));
    };
    let right = only.file == file
        && only.pointer == pointer
        && only.message.contains(message)
        && only.remedy.contains(remedy);
    (!right).then(|| format!("found {only:#?}"))
}

/// Checks all cases before it fails, so that one run shows all that is off.
#[track_caller]
fn refused(cases: &[Case]) {
    refused_of(FILE, GOOD, cases);
}

/// The same of operations.
#[track_caller]
fn refused_operations(cases: &[Case]) {
    refused_of(OFFICE_FILE, OFFICE, cases);
}

#[track_caller]
fn refused_of(file: &str, text: &str, cases: &[Case]) {
    let mut faults = Vec::new();
    for (edits, pointer, message, remedy) in cases {
        let found = problems(&[(file, &edited_of(text, edits))]);
        if let Some(fault) = fault_of(file, &found, pointer, message, remedy) {
            faults.push(format!("{pointer}: {message}\n{fault}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// Without this, a case could be refused for something that isn't in its edits.
#[test]
fn good_schema_is_good() {
    assert_eq!(problems(&[(FILE, GOOD)]), []);
    assert_eq!(problems(&[(FILE, &edited(&[]))]), []);
    assert_eq!(problems(&[(OFFICE_FILE, OFFICE)]), []);
}

#[test]
fn no_json() {
    for (text, message) in [
        ("{", "not JSON: EOF"),
        ("{} {}", "not JSON: trailing characters"),
        (
            r#"{ "$schema": "", "$schema": "" }"#,
            "not JSON: key `$schema` comes twice",
        ),
        (
            r#"{ "$defs": { "A": { "properties": { "a": {}, "b": {}, "a": {} } } } }"#,
            "not JSON: key `a` comes twice",
        ),
    ] {
        let found = problems(&[(FILE, text)]);
        let fault = fault(&found, "", message, "mend the syntax");
        assert_eq!(fault, None, "{text}");
    }
}

/// A slip is to be found by its line: schema files are long.
#[test]
fn duplicate_keys_are_told_by_line_and_column() {
    let twice = GOOD.replacen(
        r#""title": "Good","#,
        "\"title\": \"Good\",\n  \"title\": \"Good\",",
        1,
    );
    let found = problems(&[(FILE, &twice)]);
    assert_eq!(
        fault(&found, "", "key `title` comes twice at line 5", "mend"),
        None
    );
}

#[test]
fn files() {
    refused(&[
        (
            &[Set(
                "/$schema",
                r#""http://json-schema.org/draft-07/schema#""#,
            )],
            "/$schema",
            "not JSON Schema 2020-12",
            r#"say "https://json-schema.org/draft/2020-12/schema""#,
        ),
        (
            &[Set("/$id", r#""https://letta-types.invalid/bad.json""#)],
            "/$id",
            "not the file's own address",
            r#"say "https://letta-types.invalid/good.json""#,
        ),
        (&[Drop("/$schema")], "", "no `$schema`", "add it"),
        (&[Drop("/$id")], "", "no `$id`", "add it"),
        (&[Drop("/title")], "", "no `title`", "add it"),
        (&[Drop("/description")], "", "no `description`", "add it"),
        (&[Set("/title", "5")], "/title", "no text", "write text"),
        (
            &[Set("/title", r#"" ""#)],
            "/title",
            "no text",
            "write text",
        ),
        (
            &[Drop("/$defs")],
            "",
            "no object `$defs`",
            "put the definitions into `$defs`",
        ),
        (
            &[Set("/$defs", "[]")],
            "",
            "no object `$defs`",
            "put the definitions into `$defs`",
        ),
        (
            &[Set("/$comment", r#""A remark.""#)],
            "/$comment",
            "`$comment` means nothing here",
            "schema/README.md",
        ),
    ]);
}

#[test]
fn file_that_is_no_object() {
    let found = problems(&[(FILE, "[]")]);
    assert_eq!(fault(&found, "", "not an object", "write a schema"), None);
}

#[test]
fn definitions() {
    refused(&[
        (
            &[Set("/$defs/Letter", "5")],
            "/$defs/Letter",
            "not an object",
            "write a schema",
        ),
        (
            &[Drop("/$defs/Letter/description")],
            "/$defs/Letter",
            "no `description`",
            "add it",
        ),
        (
            &[Drop("/$defs/Letter/x-letta-source")],
            "/$defs/Letter",
            "no `x-letta-source`",
            "add it",
        ),
        (
            &[Set("/$defs/Letter/description", "[]")],
            "/$defs/Letter/description",
            "no text",
            "write text",
        ),
        (
            &[Drop("/$defs/Letter/type")],
            "/$defs/Letter",
            "no `type`",
            "add it",
        ),
        (
            &[
                Set("/$defs/Letter/type", r#""array""#),
                Drop("/$defs/Letter/required"),
                Drop("/$defs/Letter/properties"),
            ],
            "/$defs/Letter/type",
            "can't be of type `array`",
            "write other types in place",
        ),
        (
            &[Set("/$defs/Letter/x-letta-names", r#""Brief""#)],
            "/$defs/Letter/x-letta-names",
            "not an array of texts",
            "write an array of texts",
        ),
        (
            &[Set("/$defs/Letter/x-letta-names", r#"["Brief", 5]"#)],
            "/$defs/Letter/x-letta-names",
            "not an array of texts",
            "write an array of texts",
        ),
        (
            &[Set("/$defs/Letter/x-letta-root", "false")],
            "/$defs/Letter/x-letta-root",
            "not `true`",
            "say `true`, or drop it",
        ),
        (
            &[Set("/$defs/Letter/title", r#""Letter""#)],
            "/$defs/Letter/title",
            "`title` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set("/$defs/Letter/oneOf", "[]")],
            "/$defs/Letter/oneOf",
            "`oneOf` means nothing here",
            "schema/README.md",
        ),
        (
            &[Drop("/$defs/Letter/x-letta-root")],
            "/$defs/Letter",
            "nothing refers to `Letter`",
            "`x-letta-root`",
        ),
    ]);
}

const OTHER: &str = r#"{
    "description": "Another type.", "x-letta-source": "Handbook", "x-letta-root": true,
    "type": "string", "x-letta-id": ""
}"#;

const RAW_MAP: &str = r#"{
    "description": "What is in it. Absent when nothing is.", "type": ["object", "null"],
    "additionalProperties": true, "x-letta-raw": true
}"#;

const RAW_OTHER: &str = r#"{
    "description": "Another type.", "x-letta-source": "Handbook", "x-letta-root": true,
    "type": "object", "required": ["all"], "properties": {
        "all": {
            "description": "All.", "type": "object", "additionalProperties": true, "x-letta-raw": true
        }
    }
}"#;

#[test]
fn names_of_definitions() {
    refused(&[
        (
            &[Set("/$defs/postcard", OTHER)],
            "/$defs/postcard",
            "`postcard` isn't Pascal case",
            "call it `Postcard`",
        ),
        (
            &[Set("/$defs/HTTPError", OTHER)],
            "/$defs/HTTPError",
            "`HTTPError` isn't Pascal case",
            "call it `HttpError`",
        ),
        (
            &[Set("/$defs/Vec", OTHER)],
            "/$defs/Vec",
            "`Vec` means something else in Rust",
            "`x-letta-names`",
        ),
        (
            &[Set("/$defs/Self", OTHER)],
            "/$defs/Self",
            "`Self` means something else in Rust",
            "give it another name",
        ),
        (
            &[Set("/$defs/UnknownEvent", OTHER)],
            "/$defs/Event",
            "`UnknownEvent` is the union's own type for unknown kinds",
            "rename the definition `UnknownEvent`",
        ),
        (
            &[
                Set("/$defs/Letter/properties/enclosed", RAW_MAP),
                Set("/$defs/RawLetter", OTHER),
            ],
            "/$defs/Letter",
            "`RawLetter` would be the type that keeps fields of it as text",
            "rename one, or drop `x-letta-raw`",
        ),
        (
            &[Set("/$defs/Json", RAW_OTHER)],
            "/$defs/Json",
            "`RawJson` would be the type that keeps fields of it as text",
            "rename one, or drop `x-letta-raw`",
        ),
    ]);
}

#[test]
fn text_definitions() {
    refused(&[
        (
            &[Set("/$defs/LetterId/x-letta-id", "null")],
            "/$defs/LetterId/x-letta-id",
            "not text",
            "give the prefix",
        ),
        (
            &[Drop("/$defs/LetterId/x-letta-id")],
            "/$defs/LetterId",
            "neither an enum, an identifier nor the timestamp",
            "write plain text in place",
        ),
        (
            &[Drop("/$defs/Instant/x-letta-timestamp")],
            "/$defs/Instant",
            "neither an enum, an identifier nor the timestamp",
            "`format: date-time` with `x-letta-timestamp`",
        ),
        (
            &[Set("/$defs/Instant/format", r#""date""#)],
            "/$defs/Instant",
            "neither an enum, an identifier nor the timestamp",
            "`format: date-time` with `x-letta-timestamp`",
        ),
        (
            &[Set("/$defs/LetterId/format", r#""uuid""#)],
            "/$defs/LetterId/format",
            "`format` means nothing here",
            "schema/README.md",
        ),
    ]);
}

#[test]
fn enums() {
    refused(&[
        (
            &[Set("/$defs/Way/enum/2", "5")],
            "/$defs/Way/enum/2",
            "not text",
            "text values only",
        ),
        (
            &[Set("/$defs/Way/enum/2", r#""by_sea""#)],
            "/$defs/Way/enum/2",
            "`by_sea` comes twice",
            "drop one",
        ),
        (
            &[Set("/$defs/Way/enum/2", r#""by_air""#)],
            "/$defs/Way/enum/2",
            "value `by_air` has no description",
            "describe it in `x-letta-values`",
        ),
        (
            &[Set("/$defs/Way/x-letta-values/by_air", r#""With wings.""#)],
            "/$defs/Way/x-letta-values/by_air",
            "describes no value of `enum`",
            "drop it, or list the value",
        ),
        (
            &[
                Set("/$defs/Way/enum", "[]"),
                Set("/$defs/Way/x-letta-values", "{}"),
            ],
            "/$defs/Way/enum",
            "no values",
            "list the documented values",
        ),
        (
            &[
                Set("/$defs/Way/enum/2", r#""?""#),
                Set("/$defs/Way/x-letta-values/?", r#""Nobody knows.""#),
            ],
            "/$defs/Way/enum/2",
            "no Rust name comes of `?`",
            "add one",
        ),
        (
            &[
                Set("/$defs/Way/enum/2", r#""by-sea""#),
                Set("/$defs/Way/x-letta-values/by-sea", r#""In a ship.""#),
            ],
            "/$defs/Way/enum/2",
            "`by-sea` is `BySea` in Rust, and so is `by_sea`",
            "add one",
        ),
        (
            &[
                Set("/$defs/Way/enum/2", r#""unknown""#),
                Set("/$defs/Way/x-letta-values/unknown", r#""Not known.""#),
            ],
            "/$defs/Way/enum/2",
            "`unknown` is `Unknown` in Rust",
            "add one",
        ),
    ]);
}

#[test]
fn objects() {
    refused(&[
        (
            &[Set("/$defs/Letter/additionalProperties", "false")],
            "/$defs/Letter/additionalProperties",
            "an object must stay open",
            "unknown fields are always kept",
        ),
        (
            &[Set(
                "/$defs/Letter/additionalProperties",
                r#"{ "type": "string" }"#,
            )],
            "/$defs/Letter/additionalProperties",
            "an object must stay open",
            "drop it",
        ),
        (
            &[Drop("/$defs/PartAddress/properties")],
            "/$defs/PartAddress",
            "no properties",
            "a map of anything is written in place",
        ),
        (
            &[Set("/$defs/PartAddress/properties", "{}")],
            "/$defs/PartAddress",
            "no properties",
            "list them",
        ),
        (
            &[Set("/$defs/Letter/required/3", r#""seal""#)],
            "/$defs/Letter/required",
            "`seal` is required but no property",
            "describe it in `properties`",
        ),
        (
            &[Set("/$defs/PartAddress/required", "true")],
            "/$defs/PartAddress/required",
            "not an array of texts",
            "write an array of texts",
        ),
    ]);
}

#[test]
fn tags() {
    refused(&[
        (
            &[Set(
                "/$defs/Posted/properties/office2",
                r#"{ "description": "A tag.", "const": "posted" }"#,
            )],
            "/$defs/Posted/properties/office2",
            "a second tag",
            "at most one",
        ),
        (
            &[Set("/$defs/Posted/required/1", r#""event""#)],
            "/$defs/Posted/properties/event",
            "a required tag",
            "take it out of `required`",
        ),
        (
            &[Drop("/$defs/Posted/properties/event/description")],
            "/$defs/Posted/properties/event",
            "no `description`",
            "add it",
        ),
        (
            &[Set("/$defs/Lost/properties/event/const", "5")],
            "/$defs/Lost/properties/event/const",
            "no text",
            "write text",
        ),
        (
            &[Set("/$defs/Lost/properties/event/type", r#""string""#)],
            "/$defs/Lost/properties/event/type",
            "`type` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set(
                "/$defs/Posted/properties/event/x-letta-former-tags",
                r#""post""#,
            )],
            "/$defs/Posted/properties/event/x-letta-former-tags",
            "not an array of texts",
            "write an array of texts",
        ),
        (
            &[Set(
                "/$defs/Posted/properties/event/x-letta-former-tags",
                r#"["post", "mail"]"#,
            )],
            "/$defs/Posted/properties/event",
            "more than one former tag",
            "remember which one came",
        ),
    ]);
}

#[test]
fn fields() {
    refused(&[
        (
            &[Set("/$defs/Letter/properties/motto", r#""text""#)],
            "/$defs/Letter/properties/motto",
            "not an object",
            "write a schema",
        ),
        (
            &[Drop("/$defs/Letter/properties/motto/description")],
            "/$defs/Letter/properties/motto",
            "no `description`",
            "add it",
        ),
        (
            &[Set("/$defs/Letter/required/3", r#""motto""#)],
            "/$defs/Letter/properties/motto",
            "required, and null all the same",
            "take null out of its types",
        ),
        (
            &[Set("/$defs/Letter/required/3", r#""sent""#)],
            "/$defs/Letter/properties/sent",
            "required, and null all the same",
            "take it out of `required`",
        ),
        (
            &[Set("/$defs/Letter/properties/motto/type", r#""string""#)],
            "/$defs/Letter/properties/motto",
            "optional, but not nullable",
            "`x-letta-not-null`",
        ),
        (
            &[Set("/$defs/Letter/required", r#"["id", "stamps"]"#)],
            "/$defs/Letter/properties/pages",
            "optional, but not nullable",
            "let null in",
        ),
        (
            &[Set("/$defs/Letter/properties/motto/deprecated", "true")],
            "/$defs/Letter/properties/motto",
            "`deprecated` and `x-letta-instead` go together",
            "say both, or neither",
        ),
        (
            &[Set(
                "/$defs/Letter/properties/motto/x-letta-instead",
                r#""`stamps`""#,
            )],
            "/$defs/Letter/properties/motto",
            "`deprecated` and `x-letta-instead` go together",
            "say both, or neither",
        ),
        (
            &[Set(
                "/$defs/Letter/properties/motto/x-letta-undocumented",
                "1",
            )],
            "/$defs/Letter/properties/motto/x-letta-undocumented",
            "not `true`",
            "say `true`, or drop it",
        ),
        (
            &[Set(
                "/$defs/Letter/properties/pages/x-letta-not-null",
                "true",
            )],
            "/$defs/Letter/properties/pages/x-letta-not-null",
            "on a required field",
            "a required field is never null",
        ),
        (
            &[Set("/$defs/Letter/properties/motto/x-letta-raw", "true")],
            "/$defs/Letter/properties/motto/x-letta-raw",
            "on a field that isn't an open map",
            "only `\"type\": \"object\"` with `additionalProperties: true`",
        ),
        (
            &[Set(
                "/$defs/Letter/properties/stamps/items/x-letta-raw",
                "true",
            )],
            "/$defs/Letter/properties/stamps/items/x-letta-raw",
            "`x-letta-raw` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set("/$defs/Letter/properties/motto/maxLength", "80")],
            "/$defs/Letter/properties/motto/maxLength",
            "`maxLength` means nothing here",
            "schema/README.md",
        ),
    ]);
}

#[test]
fn types_of_fields() {
    refused(&[
        (
            &[Set(
                "/$defs/Letter/properties/sent/anyOf",
                r#"[{ "type": "string" }, { "type": "boolean" }]"#,
            )],
            "/$defs/Letter/properties/sent/anyOf",
            "an anonymous union",
            "define it, give it a name",
        ),
        (
            &[Drop("/$defs/Letter/properties/pages/format")],
            "/$defs/Letter/properties/pages",
            "an integer of unknown width",
            r#"say `"format": "int64"`"#,
        ),
        (
            &[Set("/$defs/Letter/properties/pages/format", r#""int32""#)],
            "/$defs/Letter/properties/pages",
            "an integer of unknown width",
            r#"say `"format": "int64"`"#,
        ),
        (
            &[Drop("/$defs/Letter/properties/stamps/items")],
            "/$defs/Letter/properties/stamps",
            "an array of what?",
            "say `items`",
        ),
        (
            &[Set("/$defs/Letter/properties/stamps/items", "true")],
            "/$defs/Letter/properties/stamps/items",
            "not an object",
            "write a schema",
        ),
        (
            &[Set("/$defs/Letter/properties/stamps/items/minLength", "1")],
            "/$defs/Letter/properties/stamps/items/minLength",
            "`minLength` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set(
                "/$defs/Letter/properties/stamps/items",
                r#"{ "type": "object", "properties": {} }"#,
            )],
            "/$defs/Letter/properties/stamps/items",
            "an anonymous object",
            "define it, give it a name",
        ),
        (
            &[Set(
                "/$defs/Letter/properties/motto/type",
                r#"["object", "null"]"#,
            )],
            "/$defs/Letter/properties/motto",
            "an anonymous object",
            "`additionalProperties: true`",
        ),
        (
            &[Set("/$defs/Letter/properties/motto/type", r#""null""#)],
            "/$defs/Letter/properties/motto/type",
            r#"no form of a field: "null""#,
            "schema/README.md",
        ),
        (
            &[Set("/$defs/Letter/properties/motto/format", r#""uri""#)],
            "/$defs/Letter/properties/motto/type",
            "no form of a field",
            "schema/README.md",
        ),
        (
            &[Set(
                "/$defs/Letter/properties/id/$ref",
                r##""#/definitions/LetterId""##,
            )],
            "/$defs/Letter/properties/id/$ref",
            "`#/definitions/LetterId` points to no definition",
            "write `#/$defs/Name`",
        ),
        (
            &[Set("/$defs/Letter/properties/id/$ref", "5")],
            "/$defs/Letter/properties/id/$ref",
            "no text",
            "write text",
        ),
    ]);
}

#[test]
fn names_of_fields() {
    const TEXT: &str = r#"{ "description": "Text.", "type": ["string", "null"] }"#;
    refused(&[
        (
            &[Set("/$defs/Letter/properties/2nd", TEXT)],
            "/$defs/Letter/properties/2nd",
            "no Rust name comes of `2nd`",
            "add one",
        ),
        (
            &[Set("/$defs/Letter/properties/?", TEXT)],
            "/$defs/Letter/properties/?",
            "no Rust name comes of `?`",
            "add one",
        ),
        // The keys of `edited` are sorted, and `Motto` comes first.
        (
            &[Set("/$defs/Letter/properties/Motto", TEXT)],
            "/$defs/Letter/properties/motto",
            "`motto` and `Motto` are both `motto` in Rust",
            "add one",
        ),
        (
            &[Set("/$defs/Letter/properties/extra", TEXT)],
            "/$defs/Letter/properties/extra",
            "`extra` is what each type calls something of its own",
            "add one",
        ),
        (
            &[Set("/$defs/Letter/properties/former_tag", TEXT)],
            "/$defs/Letter/properties/former_tag",
            "`former_tag` is what each type calls something of its own",
            "add one",
        ),
        (
            &[Set("/$defs/Letter/properties/new", TEXT)],
            "/$defs/Letter/properties/new",
            "`new` is what each type calls something of its own",
            "add one",
        ),
    ]);
}

#[test]
fn references() {
    refused(&[
        (
            &[
                Set(
                    "/$defs/Letter/properties/way/anyOf/0/$ref",
                    r##""#/$defs/Road""##,
                ),
                Set("/$defs/Way/x-letta-root", "true"),
            ],
            "/$defs/Letter/properties/way/anyOf/0/$ref",
            "`#/$defs/Road` isn't defined",
            "define it, or mend the name",
        ),
        (
            &[Set(
                "/$defs/Letter/properties/id/$ref",
                r#""other.json#/$defs/LetterId""#,
            )],
            "/$defs/Letter/properties/id/$ref",
            "`other.json#/$defs/LetterId` isn't defined",
            "it is `good.json#/$defs/LetterId`",
        ),
    ]);
}

#[test]
fn unions() {
    refused(&[
        (
            &[Drop("/$defs/Address/x-letta-ordered")],
            "/$defs/Address",
            "a union must say how its arms are told apart",
            "say one of `x-letta-tag`, `x-letta-ordered` and `x-letta-by-type`",
        ),
        (
            &[Set("/$defs/Address/x-letta-by-type", "true")],
            "/$defs/Address",
            "a union must say how its arms are told apart",
            "say one of",
        ),
        (
            &[Set("/$defs/Answer/anyOf", "[]")],
            "/$defs/Answer/anyOf",
            "no arms",
            "list them",
        ),
        (
            &[Set("/$defs/Answer/anyOf/0", r#""text""#)],
            "/$defs/Answer/anyOf/0",
            "not an object",
            "write a schema",
        ),
        (
            &[Drop("/$defs/Answer/anyOf/0/x-letta-variant")],
            "/$defs/Answer/anyOf/0",
            "no `x-letta-variant`",
            "add it",
        ),
        (
            &[Drop("/$defs/Answer/anyOf/0/description")],
            "/$defs/Answer/anyOf/0",
            "no `description`",
            "add it",
        ),
        (
            &[Set("/$defs/Answer/anyOf/0/const", r#""yes""#)],
            "/$defs/Answer/anyOf/0/const",
            "`const` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set(
                "/$defs/Answer/anyOf/0/x-letta-variant",
                r#""in_words""#,
            )],
            "/$defs/Answer/anyOf/0/x-letta-variant",
            "`in_words` can't be the name of this variant",
            "Pascal case",
        ),
        (
            &[Set("/$defs/Answer/anyOf/0/x-letta-variant", r#""Unknown""#)],
            "/$defs/Answer/anyOf/0/x-letta-variant",
            "`Unknown` can't be the name of this variant",
            "neither `Unknown`",
        ),
        (
            &[Set("/$defs/Answer/anyOf/1/x-letta-variant", r#""Words""#)],
            "/$defs/Answer/anyOf/1/x-letta-variant",
            "`Words` can't be the name of this variant",
            "nor another arm's",
        ),
    ]);
}

#[test]
fn tagged_unions() {
    const EXTRA_ARM: &str = r##"{
        "description": "An address.", "$ref": "#/$defs/PartAddress", "x-letta-variant": "Address",
        "x-letta-when": "street"
    }"##;
    refused(&[
        (
            &[
                Set("/$defs/Event/x-letta-tag", r#""kind""#),
                Drop("/$defs/Event/anyOf/1"),
                Set("/$defs/Lost/x-letta-root", "true"),
            ],
            "/$defs/Event/anyOf/0",
            "its tag is `event`, the union's is `kind`",
            "make them the same",
        ),
        (
            &[Set("/$defs/Lost/properties/event/const", r#""posted""#)],
            "/$defs/Event/anyOf/1",
            "another arm has the tag `posted`",
            "each has its own",
        ),
        (
            &[Set("/$defs/Lost/properties/event/const", r#""post""#)],
            "/$defs/Event/anyOf/1",
            "another arm has the tag `post`",
            "each has its own",
        ),
        (
            &[Drop("/$defs/Event/anyOf/2/x-letta-when")],
            "/$defs/Event/anyOf/2",
            "no `$ref` to an object",
            "define an object and refer to it",
        ),
        (
            &[Set(
                "/$defs/OldEvent/anyOf/1",
                r#"{ "description": "Words.", "type": "string", "x-letta-variant": "Words" }"#,
            )],
            "/$defs/OldEvent/anyOf/1",
            "no `$ref` to an object",
            "define an object and refer to it",
        ),
        (
            &[Set("/$defs/OldEvent/anyOf/1", EXTRA_ARM)],
            "/$defs/OldEvent/anyOf/1",
            "`x-letta-when` on what is no tagged union",
            "told apart by their tags",
        ),
        (
            &[Set(
                "/$defs/OldEvent/anyOf/1",
                r##"{
                    "description": "An address.", "$ref": "#/$defs/Address",
                    "x-letta-variant": "Address", "x-letta-when": "street"
                }"##,
            )],
            "/$defs/OldEvent/anyOf/1",
            "`x-letta-when` on what is no tagged union",
            "drop it",
        ),
        (
            &[Set(
                "/$defs/Event/anyOf/3",
                r##"{ "description": "An address.", "$ref": "#/$defs/PartAddress", "x-letta-variant": "Address" }"##,
            )],
            "/$defs/Event/anyOf/2",
            "not the last arm",
            "move it to the end",
        ),
    ]);
}

#[test]
fn ordered_unions() {
    refused(&[
        (
            &[Set(
                "/$defs/PartAddress/properties/kind",
                r#"{ "description": "A tag.", "const": "part" }"#,
            )],
            "/$defs/Address/anyOf/1",
            "an arm with a tag",
            "`x-letta-tag`",
        ),
        (
            &[
                Set("/$defs/Address/anyOf/1/$ref", r##""#/$defs/FullAddress""##),
                Set("/$defs/PartAddress/x-letta-root", "true"),
            ],
            "/$defs/Address/anyOf/1",
            "the last arm, and it alone, must have no required fields",
            "the strictest first",
        ),
        (
            &[
                Set("/$defs/Address/anyOf/0/$ref", r##""#/$defs/PartAddress""##),
                Set("/$defs/FullAddress/x-letta-root", "true"),
            ],
            "/$defs/Address/anyOf/0",
            "the last arm, and it alone, must have no required fields",
            "the strictest first",
        ),
        (
            &[
                Set("/$defs/Address/anyOf/0/$ref", r##""#/$defs/Way""##),
                Set("/$defs/FullAddress/x-letta-root", "true"),
            ],
            "/$defs/Address/anyOf/0",
            "no `$ref` to an object",
            "define an object and refer to it",
        ),
    ]);
}

#[test]
fn unions_by_json_type() {
    refused(&[
        (
            &[Set(
                "/$defs/Answer/anyOf/2",
                r#"{ "description": "Yes or no.", "type": "boolean", "x-letta-variant": "Yes" }"#,
            )],
            "/$defs/Answer/anyOf/2",
            "no arm of a union by JSON type",
            "arms are text, an integer, an array or an object",
        ),
        (
            &[Set(
                "/$defs/Answer/anyOf/2",
                r#"{ "description": "A share.", "type": "number", "x-letta-variant": "Share" }"#,
            )],
            "/$defs/Answer/anyOf/2",
            "no arm of a union by JSON type",
            "arms are text",
        ),
        (
            &[Set(
                "/$defs/Answer/anyOf/2",
                r#"{ "description": "Anything.", "x-letta-variant": "Any" }"#,
            )],
            "/$defs/Answer/anyOf/2",
            "no arm of a union by JSON type",
            "arms are text",
        ),
        (
            &[Set(
                "/$defs/Answer/anyOf/2",
                r#"{ "description": "More words.", "type": "string", "x-letta-variant": "More" }"#,
            )],
            "/$defs/Answer/anyOf/2",
            "another arm is of JSON type string",
            "one of each",
        ),
        (
            &[Set(
                "/$defs/Answer/anyOf/2",
                r##"{ "description": "Letter.", "$ref": "#/$defs/Letter", "x-letta-variant": "Letter" }"##,
            )],
            "/$defs/Answer/anyOf/2",
            "another arm is of JSON type object",
            "one of each",
        ),
        (
            &[Set(
                "/$defs/Answer/anyOf/2",
                r##"{ "description": "A way.", "$ref": "#/$defs/Way", "x-letta-variant": "Way" }"##,
            )],
            "/$defs/Answer/anyOf/2",
            "no `$ref` to an object",
            "define an object and refer to it",
        ),
    ]);
}

/// The good schema under another name, each of its definitions too.
fn renamed(file: &str) -> String {
    let mut schema = parsed(GOOD);
    schema["$id"] = format!("https://letta-types.invalid/{file}").into();
    schema["$defs"] = serde_json::json!({ "Other": parsed(OTHER) });
    schema.to_string()
}

#[test]
fn names_of_files() {
    for (file, module) in [
        ("build.json", "build"),
        ("wire.json", "wire"),
        ("type.json", "type"),
        ("2nd.json", "2nd"),
    ] {
        let found = problems(&[(file, &renamed(file))]);
        let [only] = found.as_slice() else {
            panic!("{file}: {found:#?}");
        };
        assert_eq!((only.file.as_str(), only.pointer.as_str()), (file, ""));
        assert_eq!(
            only.message,
            format!("`{module}` can't be the name of a module")
        );
        assert_eq!(only.remedy, "give the file another name");
    }
}

#[test]
fn definition_in_two_files() {
    let first = renamed("first.json");
    let second = renamed("second.json");
    let found = problems(&[("first.json", &first), ("second.json", &second)]);
    let [only] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(only.file, "second.json");
    assert_eq!(only.pointer, "/$defs/Other");
    assert_eq!(only.message, "`Other` is defined twice");
    assert!(only.remedy.contains("first.json#/$defs/Other"), "{only}");
}

/// The places of all problems, in order.
fn places(found: &[Problem]) -> Vec<(&str, &str)> {
    found
        .iter()
        .map(|problem| (problem.file.as_str(), problem.pointer.as_str()))
        .collect()
}

#[test]
fn problems_of_a_phase_come_together() {
    let bad = edited(&[
        Drop("/$defs/Letter/description"),
        Set("/$defs/Letter/properties/pages/format", r#""int32""#),
        Set("/$defs/Way/enum/2", "5"),
        // Found by the next phase only.
        Drop("/$defs/Address/x-letta-root"),
    ]);
    let found = problems(&[(FILE, &bad), ("broken.json", "{")]);
    assert_eq!(
        places(&found),
        [
            (FILE, "/$defs/Letter"),
            (FILE, "/$defs/Letter/properties/pages"),
            (FILE, "/$defs/Way/enum/2"),
            ("broken.json", ""),
        ]
    );

    let unfit = edited(&[
        Drop("/$defs/Address/x-letta-root"),
        Set("/$defs/Lost/properties/event/const", r#""posted""#),
        Set(
            "/$defs/Letter/properties/new",
            r#"{ "description": "Any." }"#,
        ),
    ]);
    let other = renamed("wire.json");
    let mut found = problems(&[(FILE, &unfit), ("wire.json", &other)]);
    found.sort_by(|a, b| (&a.file, &a.pointer).cmp(&(&b.file, &b.pointer)));
    assert_eq!(
        places(&found),
        [
            (FILE, "/$defs/Address"),
            (FILE, "/$defs/Event/anyOf/1"),
            (FILE, "/$defs/Letter/properties/new"),
            ("wire.json", ""),
        ]
    );
}

#[test]
fn problems_read_as_file_pointer_message_and_remedy() {
    let text = edited(&[Drop("/$defs/Answer/anyOf/0/description")]);
    let sources = [Source {
        name: FILE,
        text: &text,
    }];
    let problems = generate(&sources).expect_err("an arm has no description");
    assert_eq!(
        problems.to_string(),
        "good.json#/$defs/Answer/anyOf/0: no `description`\n  remedy: add it"
    );
}

#[test]
fn pointers_are_escaped() {
    refused(&[(
        &[Set(
            "/$defs/Letter/properties/a~1b~0c",
            r#"{ "description": "Text.", "type": "string" }"#,
        )],
        "/$defs/Letter/properties/a~1b~0c",
        "optional, but not nullable",
        "let null in",
    )]);
}

/// A reference is looked up in another place than the rest: its pointer must be escaped like any other.
#[test]
fn pointers_of_references_are_escaped() {
    let bad = edited(&[Set(
        "/$defs/Letter/properties/a~1b",
        r##"{ "description": "A road.", "anyOf": [{ "$ref": "#/$defs/Road" }, { "type": "null" }] }"##,
    )]);
    let found = problems(&[(FILE, &bad)]);
    let place = (FILE, "/$defs/Letter/properties/a~1b/anyOf/0/$ref");
    assert!(places(&found).contains(&place), "{found:#?}");
}

/// What must be refused, whatever is said of it: a rule, the edits that break it, and the place within which a
/// problem must lie.
type Rule = (&'static str, &'static [Edit], &'static str);

/// For what the dialect has no form for, though JSON Schema may have one: it must not be read as something else.
#[track_caller]
fn refused_within(rules: &[Rule]) {
    let mut faults = Vec::new();
    for (rule, edits, place) in rules {
        let found = problems(&[(FILE, &edited(edits))]);
        if !found
            .iter()
            .any(|problem| problem.pointer.starts_with(place))
        {
            faults.push(format!(
                "{rule}: nothing within {place} is refused: {found:?}"
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn forms_outside_the_dialect() {
    refused_within(&[
        (
            "items are never null",
            &[Set(
                "/$defs/Letter/properties/stamps/items/type",
                r#"["string", "null"]"#,
            )],
            "/$defs/Letter/properties/stamps/items",
        ),
        (
            "the only list of types is one type and null",
            &[
                Set(
                    "/$defs/Letter/properties/motto/type",
                    r#"["string", "boolean"]"#,
                ),
                Set("/$defs/Letter/required/3", r#""motto""#),
            ],
            "/$defs/Letter/properties/motto",
        ),
        (
            "null is said once",
            &[Set(
                "/$defs/Letter/properties/motto",
                r#"{ "description": "Text.", "anyOf": [{ "type": ["string", "null"] }, { "type": "null" }] }"#,
            )],
            "/$defs/Letter/properties/motto",
        ),
        (
            "an arm isn't nullable",
            &[Set("/$defs/Answer/anyOf/0/type", r#"["string", "null"]"#)],
            "/$defs/Answer/anyOf/0",
        ),
        (
            "text has no format",
            &[Set("/$defs/Letter/properties/motto/format", "5")],
            "/$defs/Letter/properties/motto",
        ),
        (
            "a bound is a number",
            &[Set("/$defs/Letter/properties/pages/minimum", r#""few""#)],
            "/$defs/Letter/properties/pages/minimum",
        ),
        (
            "a bound is never null",
            &[Set("/$defs/Letter/properties/pages/maximum", "null")],
            "/$defs/Letter/properties/pages/maximum",
        ),
        (
            "each value has a description",
            &[Set("/$defs/Way/x-letta-values/by_sea", r#""""#)],
            "/$defs/Way",
        ),
    ]);
}

#[test]
fn unions_outside_the_dialect() {
    refused_within(&[
        (
            "only a union with a tag has `x-letta-when`: this arm would get lost",
            &[Set("/$defs/Address/anyOf/0/x-letta-when", r#""street""#)],
            "/$defs/Address/anyOf/0",
        ),
        (
            "only a union with a tag has `x-letta-when`: this one, too",
            &[Set("/$defs/Answer/anyOf/0/x-letta-when", r#""street""#)],
            "/$defs/Answer/anyOf/0",
        ),
        (
            "a declared key is never among the undeclared ones, where `x-letta-when` looks for its own",
            &[Set("/$defs/Event/anyOf/2/x-letta-when", r#""office""#)],
            "/$defs/Event/anyOf/2",
        ),
        (
            "a definition is no other that refers to it",
            &[Set(
                "/$defs/Twig",
                r##"{
                    "description": "A twig.", "x-letta-source": "Handbook", "type": "object",
                    "properties": {
                        "twigs": {
                            "description": "More of them.", "type": ["array", "null"],
                            "items": { "$ref": "#/$defs/Twig" }
                        }
                    }
                }"##,
            )],
            "/$defs/Twig",
        ),
        (
            "one type can't be two arms: which of them is a value without a tag?",
            &[
                Set("/$defs/Event/anyOf/0/$ref", r##""#/$defs/PartAddress""##),
                Set("/$defs/Event/anyOf/1/$ref", r##""#/$defs/PartAddress""##),
                Set("/$defs/Posted/x-letta-root", "true"),
                Set("/$defs/Lost/x-letta-root", "true"),
            ],
            "/$defs/Event/anyOf/1",
        ),
    ]);
}

/// What the dialect allows but rustc wouldn't: each of these was compiled once, and failed. A case that the
/// generated code has learnt to live with can go.
#[test]
fn what_makes_no_rust() {
    const TEXT: &str = r#"{ "description": "Text.", "type": ["string", "null"] }"#;
    const OBJECT: &str = r#"{
        "description": "An object.", "x-letta-source": "Handbook", "x-letta-root": true,
        "type": "object", "properties": { "any": { "description": "Anything." } }
    }"#;
    refused_within(&[
        (
            "two fields can't both be `type_`",
            &[
                Set("/$defs/Letter/properties/type", TEXT),
                Set("/$defs/Letter/properties/type_", TEXT),
            ],
            "/$defs/Letter/properties/type",
        ),
        (
            "a shared field can't be `tag`: the accessor of the tag is",
            &[
                Set("/$defs/Posted/properties/tag", TEXT),
                Set("/$defs/Lost/properties/tag", TEXT),
            ],
            "/$defs/",
        ),
        (
            "generated code means the trait by that name",
            &[Set("/$defs/Into", OBJECT)],
            "/$defs/Into",
        ),
        (
            "generated code means the trait by that name",
            &[Set("/$defs/From", OBJECT)],
            "/$defs/From",
        ),
        (
            "generated code means the prelude's type by that name",
            &[Set("/$defs/Result", OBJECT)],
            "/$defs/Result",
        ),
        (
            "the macros of the runtime mean their own type by that name",
            &[Set("/$defs/Key", OBJECT)],
            "/$defs/Key",
        ),
        (
            "a type can't hold itself without a box",
            &[Set(
                "/$defs/Letter/properties/reply",
                r##"{ "description": "The reply.", "anyOf": [{ "$ref": "#/$defs/Letter" }, { "type": "null" }] }"##,
            )],
            "/$defs/Letter",
        ),
        (
            "nor by way of a union",
            &[
                Set(
                    "/$defs/Answer/anyOf/1",
                    r##"{ "description": "A note.", "$ref": "#/$defs/Note", "x-letta-variant": "Note" }"##,
                ),
                Set(
                    "/$defs/Note",
                    r##"{
                    "description": "A note.", "x-letta-source": "Handbook", "type": "object",
                    "properties": {
                        "on": { "description": "On what.", "anyOf": [{ "$ref": "#/$defs/Answer" }, { "type": "null" }] }
                    }
                }"##,
                ),
            ],
            "/$defs/",
        ),
    ]);
}

/// `a-b.json` and `a_b.json` would both be written to `a_b.rs`.
#[test]
fn two_files_of_one_module() {
    let dash = renamed("a-b.json");
    let underscore = renamed("a_b.json").replace("Other", "Another");
    let found = problems(&[("a-b.json", &dash), ("a_b.json", &underscore)]);
    assert_eq!(places(&found), [("a_b.json", "")]);
}

/// The problems of a schema, or the fault that there were none to be had.
///
/// Only a text is handed over: nothing is left in a bad state by a panic.
fn survives(text: &str) -> Result<Vec<Problem>, String> {
    catch_unwind(|| problems(&[(FILE, text)])).map_err(|_| "it panics".to_owned())
}

/// The good schema with a definition that has an odd key in one place or another.
fn with_odd_key(key: &str) -> [(&'static str, String); 4] {
    let tag = serde_json::json!({ "description": "A tag.", "const": "odd" });
    let text = serde_json::json!({ "description": "Text.", "type": ["string", "null"] });
    let object = |odd: &Value| {
        let mut schema = parsed(GOOD);
        let mut def = schema["$defs"]["PartAddress"].clone();
        def["x-letta-root"] = true.into();
        def["properties"][key] = odd.clone();
        schema["$defs"]["Odd"] = def;
        schema.to_string()
    };
    let mut definition = parsed(GOOD);
    definition["$defs"][key] = parsed(OTHER);
    let mut union = parsed(GOOD);
    let address = union["$defs"]["Address"].as_object_mut();
    let address = address.expect("a definition is an object");
    address.remove("x-letta-ordered");
    address.insert("x-letta-tag".to_owned(), key.into());
    [
        ("field", object(&text)),
        ("tag", object(&tag)),
        ("definition", definition.to_string()),
        ("tag of a union", union.to_string()),
    ]
}

/// The keys come from documents, and no document promises that Rust can do anything with them.
#[test]
fn odd_keys_make_nothing_panic() {
    let mut faults = Vec::new();
    for key in [
        "", " ", "2", "2nd", "?", "@type", "a-b", "a b", "a.b", "a/b", "aB", "_", "__", "é", "self",
    ] {
        for (what, text) in with_odd_key(key) {
            if survives(&text).is_err() {
                faults.push(format!("{what} `{key}`"));
            }
        }
    }
    assert!(faults.is_empty(), "these panic: {}", faults.join(", "));
}

/// What a value is replaced with, each in turn.
fn replacements() -> [Json; 5] {
    [
        Json::Null,
        Json::array([]),
        Json::Object(Vec::new()),
        Json::Number(5.into()),
        Json::from("x"),
    ]
}

/// Each schema that is one slip away: a value replaced, or a member gone or there twice.
fn mutants(json: &Json) -> Vec<Json> {
    let mut all: Vec<_> = replacements().into();
    match json {
        Json::Object(entries) => {
            let members = members_changed(entries, |(key, value)| {
                mutants(value)
                    .into_iter()
                    .map(|value| (key.clone(), value))
                    .collect()
            });
            all.extend(members.into_iter().map(Json::Object));
        }
        Json::Array(elements) => {
            all.extend(
                members_changed(elements, mutants)
                    .into_iter()
                    .map(Json::Array),
            );
        }
        _ => {}
    }
    all
}

fn members_changed<T: Clone>(members: &[T], changes: impl Fn(&T) -> Vec<T>) -> Vec<Vec<T>> {
    let mut all = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let with = |these: &[T]| [&members[..index], these, &members[index + 1..]].concat();
        all.push(with(&[]));
        all.push(with(&[member.clone(), member.clone()]));
        all.extend(changes(member).into_iter().map(|changed| with(&[changed])));
    }
    all
}

/// Faults of what the generator says of a text, if it says anything.
fn unfit_answer(text: &str) -> Option<String> {
    match survives(text) {
        Err(fault) => Some(fault),
        Ok(found) => found
            .iter()
            .find(|problem| {
                problem.file != FILE || problem.message.is_empty() || problem.remedy.is_empty()
            })
            .map(ToString::to_string),
    }
}

#[test]
fn no_slip_makes_it_panic() {
    let good: Json = serde_json::from_str(GOOD).expect("the good schema is JSON");
    let mutants = mutants(&good);
    assert!(mutants.len() > 300, "only {} slips", mutants.len());
    let faults: Vec<_> = mutants
        .iter()
        .filter_map(|mutant| {
            let text = mutant.to_string();
            unfit_answer(&text).map(|fault| format!("{fault}\n  schema: {text}"))
        })
        .collect();
    let most = faults.len().min(3);
    assert!(faults.is_empty(), "{}", faults[..most].join("\n"));
}

/// A tag is a property, and one property is enough.
#[test]
fn object_of_a_tag_alone_is_good() {
    let text = edited(&[Drop("/$defs/Lost/properties/office")]);
    assert_eq!(problems(&[(FILE, &text)]), []);
}

#[test]
fn api() {
    refused_operations(&[
        (
            &[Drop("/x-letta-api/title")],
            "/x-letta-api",
            "no `title`",
            "add it",
        ),
        (
            &[Drop("/x-letta-api/servers")],
            "/x-letta-api",
            "no `servers`",
            "list where the API is served",
        ),
        (
            &[Drop("/x-letta-api/servers/0/url")],
            "/x-letta-api/servers/0",
            "no `url`",
            "add it",
        ),
        (
            &[Drop("/x-letta-api/failure")],
            "/x-letta-api",
            "no `failure`",
            "say what is returned",
        ),
        (
            &[Set(
                "/x-letta-api/failure/schema/$ref",
                r##""#/$defs/Nobody""##,
            )],
            "/x-letta-api/failure/schema/$ref",
            "`#/$defs/Nobody` isn't defined",
            "define it",
        ),
        (
            &[Set("/x-letta-api/license", r#""None.""#)],
            "/x-letta-api/license",
            "`license` means nothing here",
            "schema/README.md",
        ),
    ]);
}

#[test]
fn operations() {
    refused_operations(&[
        (
            &[Set("/x-letta-operations", "[]")],
            "/x-letta-operations",
            "not an object",
            "write operations by their names",
        ),
        (
            &[Set(
                "/x-letta-operations/list_all",
                r##"{
                    "description": "Lists.", "x-letta-source": "Handbook", "method": "get", "path": "/all",
                    "response": { "description": "All.", "schema": { "$ref": "#/$defs/Letter" } }
                }"##,
            )],
            "/x-letta-operations/list_all",
            "`list_all` isn't Pascal case",
            "call it `ListAll`",
        ),
        (
            &[Set(
                "/x-letta-operations/Letter",
                r##"{
                    "description": "Lists.", "x-letta-source": "Handbook", "method": "get", "path": "/all",
                    "response": { "description": "All.", "schema": { "$ref": "#/$defs/Letter" } }
                }"##,
            )],
            "/x-letta-operations/Letter",
            "`Letter` is defined twice",
            "the other is office.json#/$defs/Letter",
        ),
        (
            &[Set(
                "/x-letta-operations/Transmit",
                r##"{
                    "description": "Sends.", "x-letta-source": "Handbook", "method": "post", "path": "/letters",
                    "response": { "description": "It.", "schema": { "$ref": "#/$defs/Letter" } }
                }"##,
            )],
            "/x-letta-operations/Transmit",
            "`SendLetter` has the same method and path",
            "drop one",
        ),
        (
            &[Drop("/x-letta-operations/SendLetter/x-letta-source")],
            "/x-letta-operations/SendLetter",
            "no `x-letta-source`",
            "add it",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/summary", r#""Sends.""#)],
            "/x-letta-operations/SendLetter/summary",
            "`summary` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/method", r#""POST""#)],
            "/x-letta-operations/SendLetter/method",
            "no method: \"POST\"",
            "write one of get, put, post, delete, patch",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/method", r#""get""#)],
            "/x-letta-operations/SendLetter/requestBody",
            "a body of a request that gets",
            "use parameters",
        ),
        (
            &[Set(
                "/x-letta-operations/SendLetter/requestBody/schema",
                r#"{ "type": "string" }"#,
            )],
            "/x-letta-operations/SendLetter/requestBody/schema",
            "no `$ref` to an object",
            "define an object",
        ),
    ]);
}

#[test]
fn paths() {
    refused_operations(&[
        (
            &[Set("/x-letta-operations/SendLetter/path", r#""letters""#)],
            "/x-letta-operations/SendLetter/path",
            "doesn't begin with `/`",
            "write the whole path",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/path", r#""/a letter""#)],
            "/x-letta-operations/SendLetter/path",
            "`a letter` is no segment",
            "plain text, or a parameter in braces",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/path", r#""/to-{way}""#)],
            "/x-letta-operations/SendLetter/path",
            "`to-{way}` is no segment",
            "plain text, or a parameter in braces",
        ),
        (
            &[Set("/x-letta-operations/SendLetter/path", r#""/{way}""#)],
            "/x-letta-operations/SendLetter/path",
            "`way` is no parameter of the path",
            "list it in `parameters`",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/path",
                r#""/{way}/{way}""#,
            )],
            "/x-letta-operations/ListLetters/path",
            "`way` comes twice",
            "at one place",
        ),
        (
            &[Set("/x-letta-operations/ListLetters/path", r#""/sent""#)],
            "/x-letta-operations/ListLetters/parameters/0",
            "the path has no `{way}`",
            "put it into the path",
        ),
    ]);
}

#[test]
fn parameters() {
    refused_operations(&[
        (
            &[Set("/x-letta-operations/ListLetters/parameters", "{}")],
            "/x-letta-operations/ListLetters/parameters",
            "not an array",
            "an array of parameters",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/in",
                r#""cookie""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5/in",
            "no place for a parameter: \"cookie\"",
            "write path, query or header",
        ),
        (
            &[Drop(
                "/x-letta-operations/ListLetters/parameters/0/required",
            )],
            "/x-letta-operations/ListLetters/parameters/0",
            "a parameter of the path that isn't required",
            "say `\"required\": true`",
        ),
        (
            &[Drop("/x-letta-operations/ListLetters/parameters/5/schema")],
            "/x-letta-operations/ListLetters/parameters/5",
            "no `schema`",
            "add it",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/style",
                r#""simple""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5/style",
            "`style` means nothing here",
            "schema/README.md",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/deprecated",
                "true",
            )],
            "/x-letta-operations/ListLetters/parameters/5",
            "`deprecated` and `x-letta-instead` go together",
            "say both",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/schema",
                r#"{ "type": "array", "items": { "type": "string" } }"#,
            )],
            "/x-letta-operations/ListLetters/parameters/5/schema",
            "an array that isn't a parameter of the query",
            "only a parameter of the query is repeated",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/schema",
                "{}",
            )],
            "/x-letta-operations/ListLetters/parameters/5/schema",
            "no form of a parameter",
            "a parameter is text",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/schema",
                r##"{ "$ref": "#/$defs/Letter" }"##,
            )],
            "/x-letta-operations/ListLetters/parameters/5/schema",
            "no form of a parameter",
            "refer to an enum",
        ),
    ]);
}

#[test]
fn names_of_parameters() {
    refused_operations(&[
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/name",
                r#""X Clerk""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5/name",
            "`X Clerk` is no name of a header",
            "letters, digits and dashes",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/name",
                r#""Limit""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5",
            "`Limit` and `limit` are both `limit` in Rust",
            "no key to rename it",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/5/name",
                r#""1""#,
            )],
            "/x-letta-operations/ListLetters/parameters/5",
            "no Rust name comes of `1`",
            "no key to rename it",
        ),
    ]);
}

#[test]
fn responses() {
    refused_operations(&[
        (
            &[Drop("/x-letta-operations/SendLetter/response")],
            "/x-letta-operations/SendLetter",
            "no `response`",
            "say what is returned",
        ),
        (
            &[Set(
                "/x-letta-operations/SendLetter/response/schema",
                r#"{ "type": "string" }"#,
            )],
            "/x-letta-operations/SendLetter/response/schema",
            "no form of a response",
            "a `$ref` to an object or a union",
        ),
        (
            &[Set(
                "/x-letta-operations/SendLetter/response/schema",
                r##"{ "type": ["array", "null"], "items": { "$ref": "#/$defs/Letter" } }"##,
            )],
            "/x-letta-operations/SendLetter/response/schema",
            "an array or null",
            "teach the generator",
        ),
        (
            &[Drop("/$defs/Refusal/x-letta-root")],
            "/$defs/Refusal",
            "every operation that fails returns it",
            "say `x-letta-root`",
        ),
    ]);
}

#[test]
fn paging() {
    refused_operations(&[
        (
            &[Drop(
                "/x-letta-operations/ListLetters/x-letta-paging/cursor",
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "no `cursor`",
            "add it",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging/relative-to",
                r#""size""#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging/relative-to",
            "cursors can't be relative to \"size\"",
            "write order or age",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging/relative-to",
                r#""age""#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "no `instant`",
            "add it",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging",
                r#"{ "cursor": "id", "relative-to": "age", "instant": "pages" }"#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging/instant",
            "`Letter` has no such field `pages`",
            "that is the timestamp",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/x-letta-paging/cursor",
                r#""motto""#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging/cursor",
            "`Letter` has no such field `motto`",
            "that is of the type of `after`",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/response/schema",
                r##"{ "$ref": "#/$defs/Letter" }"##,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "pages of what is no list",
            "let the response be an array",
        ),
        (
            &[Set(
                "/x-letta-operations/ListLetters/parameters/3/schema",
                r#"{ "type": "string" }"#,
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "pages need an optional `limit` in the query",
            "declare it as an integer",
        ),
        (
            &[Drop(
                "/x-letta-operations/ListLetters/parameters/4/schema/default",
            )],
            "/x-letta-operations/ListLetters/x-letta-paging",
            "pages need an optional `order` in the query",
            "with a default",
        ),
    ]);
}
