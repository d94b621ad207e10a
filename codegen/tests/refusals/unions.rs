//! Unions.

use crate::slips::{Drop, Set, refused};

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
