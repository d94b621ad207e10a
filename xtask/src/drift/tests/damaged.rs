//! Documents that can't be used, and documents that can in part.

use std::process::ExitCode;

use letta_types_codegen::problem::step;

use super::*;

#[track_caller]
fn unusable(text: &str, expected: &str) {
    let error = drift_of("", text).expect_err("it can't be used");
    assert!(error.starts_with(expected), "{error}");
    assert!(error.contains("\n  remedy: "), "{error}");
}

#[test]
fn what_is_no_document() {
    unusable("", "trains: not JSON: EOF");
    unusable("openapi: 3.1.0\npaths: {}\n", "trains: not JSON: ");
    let yaml = drift_of("", "openapi: 3.1.0\n").expect_err("YAML");
    assert!(yaml.contains("YAML has to be converted"), "{yaml}");
    unusable("[]", "trains#: not an object");
    unusable("{}", "trains#: not an OpenAPI document");
    unusable(r#"{"swagger": "2.0"}"#, "trains#/swagger: Swagger 2");
    unusable(r#"{"openapi": 3.1}"#, "trains#/openapi: ");
    unusable(r#"{"openapi": "4.0.0", "paths": {}}"#, "trains#/openapi: ");
    unusable(
        r#"{"openapi": "3.1.0"}"#,
        "trains#: the document has no `paths`",
    );
    unusable(r#"{"openapi": "3.1.0", "paths": []}"#, "trains#/paths: ");
    unusable(
        r#"{"openapi": "3.1.0", "openapi": "3.0.0"}"#,
        "trains: not JSON: key `openapi` comes twice",
    );
}

#[test]
fn a_document_of_something_else() {
    // Nothing compared is nothing found, which must not pass for agreement.
    unusable(
        r#"{"openapi": "3.1.0", "paths": {"/v1/boats/": {"get": {}}}}"#,
        "trains#/paths: none of the operations of the schema",
    );
}

#[test]
fn a_document_with_a_byte_order_mark() {
    let report = drift_of("", &format!("\u{feff}{DOCUMENT}")).expect("a document");
    assert_eq!(short(&report), [""; 0]);
}

#[test]
fn files_that_are_not_there_or_no_text() {
    let error = Document::read(Path::new("no/such.json")).expect_err("there is none");
    assert!(error.starts_with("no/such.json: "), "{error}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let error = Document::read(folder).expect_err("a folder");
    assert!(
        error.contains("remedy: name an OpenAPI document"),
        "{error}"
    );
}

#[test]
fn the_status_tells_whether_something_was_found() {
    assert_eq!(drift(&with([])).status(), ExitCode::SUCCESS);
    let document = train("colour", json!({ "type": "string" }));
    assert_eq!(drift(&document).status(), ExitCode::FAILURE);
}

#[test]
fn a_program_finds_the_places() {
    let report = drift(&train("colour", json!({ "type": "string" })));
    let finding = &report.json()["findings"][0];
    assert_eq!(finding["kind"], "field");
    assert_eq!(finding["name"], "colour");
    assert_eq!(
        finding["source"],
        json!([{ "file": "trains", "pointer": format!("{TRAIN}/colour") }])
    );
    assert_eq!(
        finding["schema"],
        json!({ "file": "schema/trains.json", "pointer": "/$defs/Train/properties/colour" })
    );
}

/// What is unreadable is said, and the rest is compared.
#[track_caller]
fn unreadable(id: Value, expected: &str) {
    let mut document = train("id", id);
    document["components"]["schemas"]["Line"]["enum"] = json!(["red", "green"]);
    let report = drift(&document);
    let found = short(&report);
    assert!(
        found.contains(&"value | Line | /$defs/Line/enum/-".to_owned()),
        "{found:?}"
    );
    let mut findings = report.findings.iter();
    let own = findings.find(|own| own.kind.to_string() == "unreadable");
    let own = own.unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(
        (own.group.as_str(), own.difference.as_str()),
        ("Train", expected)
    );
    assert_eq!(own.origins.len(), 1);
}

#[test]
fn references_to_nowhere() {
    unreadable(
        json!({ "$ref": "#/components/schemas/None" }),
        "`#/components/schemas/None` refers to nothing",
    );
    unreadable(
        json!({ "$ref": "other.json#/A" }),
        "`other.json#/A` is in another document",
    );
    unreadable(
        json!({ "$ref": "#anchor" }),
        "`#anchor` isn't a JSON Pointer",
    );
    for index in ["00", "+0", "-"] {
        let reference = format!("#/components/schemas/Line/enum/{index}");
        unreadable(
            json!({ "$ref": reference }),
            &format!("`{reference}` refers to nothing"),
        );
    }
    unreadable(
        json!({ "allOf": [{ "$ref": "#/0" }, { "properties": { "a": {} } }] }),
        "`#/0` refers to nothing",
    );
}

#[test]
fn schemas_that_make_no_sense() {
    unreadable(json!(false), "a schema that nothing can be");
    unreadable(json!("string"), "a schema that nothing can be");
    unreadable(json!({ "type": "text" }), "no JSON type is called `text`");
    unreadable(json!({ "anyOf": [] }), "an empty list of alternatives");
    unreadable(json!({ "enum": [{}] }), "values that aren't scalars");
    unreadable(
        json!({ "anyOf": [{ "type": "string" }], "oneOf": [{ "type": "string" }] }),
        "`anyOf` and `oneOf` at once",
    );
    unreadable(
        json!({ "allOf": [{ "type": "string" }, { "enum": ["a"] }] }),
        "`allOf` of what isn't an object",
    );
    unreadable(
        json!({ "properties": { "a": {} }, "oneOf": [{ "properties": { "b": {} } }] }),
        "properties and alternatives at once",
    );
}

#[test]
fn damaged_parameters_and_parts() {
    let list = "/paths/~1v1~1trains~1/get";
    for parameter in [
        json!({}),
        json!(7),
        json!({ "name": "a", "in": "cookie", "schema": {} }),
        json!({ "name": "a", "in": "query" }),
        json!({ "$ref": "#/components/parameters/None" }),
    ] {
        let report = drift(&with([(&format!("{list}/parameters/-"), parameter)]));
        assert_eq!(short(&report), ["unreadable | list_trains | "]);
    }
    let body = json!({ "$ref": "#/paths/~1v1~1trains~1/get/requestBody" });
    let report = drift(&with([(&format!("{list}/requestBody"), body)]));
    assert_eq!(short(&report), ["unreadable | list_trains | "]);
    for rest in [json!(null), json!(7), json!([]), json!("x")] {
        for key in ["parameters", "responses", "requestBody", "operationId"] {
            let _ = drift(&with([(&format!("{list}/{key}"), rest.clone())]));
        }
        let _ = drift(&with([("/components", rest.clone())]));
        let _ = drift(&with([("/paths/~1v1~1trains~1search", rest.clone())]));
    }
}

/// Every value of the document replaced by each of these: nothing may panic or go on for ever.
#[test]
fn any_damage_at_any_place() {
    fn places(value: &Value, pointer: &str, all: &mut Vec<String>) {
        all.push(pointer.to_owned());
        match value {
            Value::Object(object) => object
                .iter()
                .for_each(|(name, own)| places(own, &step(pointer, name), all)),
            Value::Array(array) => array
                .iter()
                .enumerate()
                .for_each(|(index, own)| places(own, &format!("{pointer}/{index}"), all)),
            _ => {}
        }
    }
    let whole = with([]);
    let mut all = Vec::new();
    places(&whole, "", &mut all);
    assert!(all.len() > 200);
    let (schema, explained) = (schema(), Explained::default());
    for pointer in all {
        for damage in [
            json!(null),
            json!(true),
            json!(-1),
            json!("x"),
            json!([]),
            json!({}),
            json!([{ "$ref": "#" }]),
            json!({ "$ref": format!("#{pointer}") }),
            json!({ "allOf": [{ "$ref": "#/components/schemas/Train" }, { "$ref": format!("#{pointer}") }] }),
            json!({ "type": "array", "items": { "$ref": format!("#{pointer}") } }),
            json!({ "anyOf": [{ "$ref": format!("#{pointer}") }, { "type": "null" }] }),
        ] {
            let mut document = whole.clone();
            if let Some(place) = document.pointer_mut(&pointer) {
                *place = damage;
            }
            let mut report = Report::default();
            if let Ok(document) = Document::parse("trains", &document.to_string()) {
                let _ = against(&schema, &explained, &document, &mut report);
                let _ = report.text(true);
            }
        }
    }
}

#[test]
fn circles() {
    let to = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    // A reference to itself stands for nothing.
    for (a, b) in [
        (to("A"), json!({})),
        (to("B"), to("A")),
        (json!({ "anyOf": [to("A"), { "type": "null" }] }), json!({})),
        (json!({ "allOf": [to("B")] }), json!({ "oneOf": [to("A")] })),
    ] {
        let document = with([
            ("/components/schemas/A", a),
            ("/components/schemas/B", b),
            (&format!("{TRAIN}/id"), to("A")),
        ]);
        let found = short(&drift(&document));
        assert_eq!(
            found.last().map(String::as_str),
            Some("unreadable | Train | ")
        );
        assert!(
            found.iter().all(|own| !own.starts_with("type")),
            "{found:?}"
        );
    }
    // Types that hold themselves are as good as any.
    for a in [
        json!({ "type": "array", "items": to("A") }),
        json!({ "type": "object", "additionalProperties": to("A") }),
        json!({ "allOf": [to("A"), { "properties": { "a": to("A") } }] }),
        json!({ "oneOf": [to("A"), to("B")], "discriminator": { "propertyName": "k", "mapping": { "a": "A" } } }),
        json!({ "type": "object", "properties": { "a": {} }, "discriminator": { "propertyName": "k", "mapping": { "a": "A" } } }),
    ] {
        for key in ["id", "cars", "note", "coupled_to", "extras"] {
            let document = with([
                ("/components/schemas/A", a.clone()),
                ("/components/schemas/B", json!({ "type": "integer" })),
                (&format!("{TRAIN}/{key}"), to("A")),
            ]);
            assert!(!drift(&document).findings.is_empty(), "{a} {key}");
        }
    }
}

/// Deeper than a thread's stack, if each were a call.
const DEEP: usize = 3000;

#[test]
fn very_deep() {
    // Within itself: no reader of JSON lets that through.
    let (open, close) = (r#"{"items":"#.repeat(9999), "}".repeat(9999));
    unusable(
        &format!("{{\"x\":{open}1{close}}}"),
        "trains: not JSON: recursion limit",
    );
    // From component to component.
    for kind in ["$ref", "anyOf", "allOf", "items", "properties", "one"] {
        let mut document = train("id", json!({ "$ref": "#/components/schemas/C0" }));
        let components = document["components"]["schemas"].as_object_mut();
        let components = components.expect("components");
        for index in 0..DEEP {
            let next = json!({ "$ref": format!("#/components/schemas/C{}", index + 1) });
            let own = match kind {
                "$ref" => next,
                "anyOf" => json!({ "anyOf": [next, { "type": "null" }] }),
                "allOf" => json!({ "allOf": [next, { "properties": {} }] }),
                "items" => json!({ "items": next }),
                "properties" => json!({ "properties": { "a": next } }),
                _ => json!({ "oneOf": [next], "discriminator": { "propertyName": "a" } }),
            };
            components.insert(format!("C{index}"), own);
        }
        components.insert(format!("C{DEEP}"), json!({ "type": "string" }));
        let report = drift(&document);
        let found = short(&report);
        match kind {
            "$ref" | "one" => assert_eq!(found, [""; 0]),
            "anyOf" => assert_eq!(found, ["nullable | Train id | /$defs/Train/properties/id"]),
            _ => assert_eq!(found.len(), 1, "{kind} {found:?}"),
        }
    }
}
