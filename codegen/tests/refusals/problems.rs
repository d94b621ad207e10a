//! What problems say, and which come together.

use letta_types_codegen::{Source, generate, print};

use crate::slips::{Drop, FILE, Set, edited, places, problems, refused, renamed};

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

/// Files are told as they were given, without the folder that they are in.
#[test]
fn faults_of_emitters_read_so_too() {
    let problems = print::rust(FILE, quote::quote!(struct)).expect_err("a struct has a name");
    let text = problems.to_string();
    assert!(
        text.starts_with("good.json#: an emitter wrote no Rust: "),
        "{text}"
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
