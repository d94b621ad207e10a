//! Which files there are, and what is in them before it is a schema.

use crate::slips::{Drop, FILE, GOOD, Set, fault, places, problems, refused, renamed};

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
fn names_of_files() {
    for (file, module) in [
        ("arbitrary.json", "arbitrary"),
        ("build.json", "build"),
        ("http.json", "http"),
        ("schemars.json", "schemars"),
        ("std.json", "std"),
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

/// `a-b.json` and `a_b.json` would both be written to `a_b.rs`.
#[test]
fn two_files_of_one_module() {
    let dash = renamed("a-b.json");
    let underscore = renamed("a_b.json").replace("Other", "Another");
    let found = problems(&[("a-b.json", &dash), ("a_b.json", &underscore)]);
    assert_eq!(places(&found), [("a_b.json", "")]);
}
