//! Definitions of objects, texts and enums, and their fields.

use crate::slips::{Drop, OTHER, Set, refused};

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
            &[Set("/$defs/TryFrom", OTHER)],
            "/$defs/TryFrom",
            "`TryFrom` means something else in Rust",
            "give it another name",
        ),
        (
            &[Set("/$defs/Described", OTHER)],
            "/$defs/Described",
            "`Described` means something else in Rust",
            "give it another name",
        ),
        (
            &[Set("/$defs/U", OTHER)],
            "/$defs/U",
            "`U` means something else in Rust",
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
            &[Set("/$defs/LetterId/x-letta-inline", "46")],
            "/$defs/LetterId/x-letta-inline",
            "not `true`",
            "say `true`, or drop it",
        ),
        (
            &[
                Set("/$defs/LetterId/x-letta-id", r#""registered""#),
                Set("/$defs/LetterId/x-letta-inline", "true"),
            ],
            "/$defs/LetterId/x-letta-inline",
            "more than the 46 bytes that fit",
            "drop it",
        ),
        (
            &[Set("/$defs/Instant/x-letta-inline", "true")],
            "/$defs/Instant/x-letta-inline",
            "`x-letta-inline` means nothing here",
            "schema/README.md",
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
