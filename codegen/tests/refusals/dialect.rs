//! JSON Schema that isn't in the dialect, and names that make no Rust.

use crate::slips::{Edit, FILE, Set, edited, problems};

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
