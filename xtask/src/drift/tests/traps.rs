//! What a document can be misread by. Most say what the schema says in another way.

use super::*;

fn instant() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

/// The document as one of OpenAPI 3.0, with a field of a train that is such.
fn old(key: &str, schema: Value) -> Value {
    with([
        ("/openapi", json!("3.0.3")),
        (&format!("{TRAIN}/{key}"), schema),
    ])
}

#[test]
fn null_in_all_its_ways() {
    for departs in [
        json!({ "type": ["string", "null"], "format": "date-time" }),
        json!({ "oneOf": [{ "type": "null" }, instant()] }),
        json!({ "anyOf": [{ "anyOf": [instant(), { "type": "null" }] }] }),
        json!({ "anyOf": [instant(), { "const": null }] }),
        json!({ "anyOf": [instant(), { "enum": [null] }] }),
        json!({ "allOf": [{ "anyOf": [instant(), { "type": "null" }] }] }),
    ] {
        expect(&train("departs", departs), &[]);
    }
    expect(
        &train("departs", instant()),
        &["nullable | Train departs | /$defs/Train/properties/departs"],
    );
}

#[test]
fn null_behind_references() {
    let document = with([
        (
            "/components/schemas/Departure",
            json!({ "anyOf": [{ "$ref": "#/components/schemas/Nothing" }, instant()] }),
        ),
        ("/components/schemas/Nothing", json!({ "type": "null" })),
        (
            &format!("{TRAIN}/departs"),
            json!({ "$ref": "#/components/schemas/Departure" }),
        ),
    ]);
    expect(&document, &[]);
}

#[test]
fn null_in_an_enum() {
    // The line is required: null isn't among its values.
    let null = "nullable | Train line | /$defs/Train/properties/line";
    let line = json!({ "enum": ["red", "blue", null] });
    expect(&train("line", line), &[null]);
    // Only text is let in.
    let line = json!({ "type": "string", "enum": ["red", "blue", null] });
    expect(&train("line", line), &[]);
}

#[test]
fn nullable_counts_in_3_0_alone() {
    let mut departs = instant();
    departs["nullable"] = json!(true);
    expect(
        &train("departs", departs.clone()),
        &["nullable | Train departs | /$defs/Train/properties/departs"],
    );
    expect(&old("departs", departs), &[]);
}

#[test]
fn nullable_beside_all_of() {
    let reference = json!({ "$ref": "#/components/schemas/Train" });
    let coupled = json!({ "nullable": true, "allOf": [reference] });
    expect(&old("coupled_to", coupled), &[]);
}

#[test]
fn beside_a_reference_nothing_counts_in_3_0() {
    let line = json!({ "$ref": "#/components/schemas/Line", "deprecated": true, "default": "red" });
    expect(
        &train("line", line.clone()),
        &[
            "deprecated | Train line | /$defs/Train/properties/line",
            "default | Train line | /$defs/Train/properties/line/default",
        ],
    );
    expect(&old("line", line), &[]);
}

#[test]
fn exclusive_bounds_of_integers() {
    let speed = |minimum: Value, key: &str, exclusive: Value| {
        let mut integer = json!({ "type": "integer", "maximum": 300 });
        integer[key] = exclusive;
        if minimum != Value::Null {
            integer["minimum"] = minimum;
        }
        integer
    };
    let new = speed(Value::Null, "exclusiveMinimum", json!(-1));
    expect(
        &train("speed", json!({ "anyOf": [new, { "type": "null" }] })),
        &[],
    );
    let mut before = speed(json!(-1), "exclusiveMinimum", json!(true));
    before["nullable"] = json!(true);
    expect(&old("speed", before), &[]);
    let off = speed(Value::Null, "exclusiveMinimum", json!(0));
    expect(
        &train("speed", json!({ "anyOf": [off, { "type": "null" }] })),
        &["bounds | Train speed | /$defs/Train/properties/speed/minimum"],
    );
    let below = |maximum: u32| {
        let integer = json!({ "type": "integer", "minimum": 0, "exclusiveMaximum": maximum });
        train("speed", json!({ "anyOf": [integer, { "type": "null" }] }))
    };
    expect(&below(301), &[]);
    expect(
        &below(300),
        &["bounds | Train speed | /$defs/Train/properties/speed/maximum"],
    );
}

#[test]
fn the_first_success_is_the_response() {
    let responses = "/paths/~1v1~1trains~1/get/responses";
    let other = json!({ "content": { "application/json": { "schema": { "type": "string" } } } });
    for status in ["201", "2XX", "404", "default"] {
        expect(
            &with([(&format!("{responses}/{status}"), other.clone())]),
            &[],
        );
    }
    expect(
        &with([(&format!("{responses}/200"), other)]),
        &["type | list_trains | /x-letta-operations/ListTrains/response/schema"],
    );
}

#[test]
fn extensions_are_no_paths() {
    let document = with([("/paths/x-trains", json!({ "get": {} }))]);
    let counts = drift(&document).counts();
    assert_eq!(
        (counts.findings, counts.not_covered),
        (0, drift(&with([])).counts().not_covered)
    );
    // What would be found there isn't looked for.
    expect(&with([("/paths/x-trains", json!(7))]), &[]);
}

#[test]
fn a_parameter_may_be_described_as_content() {
    let limit = "/paths/~1v1~1trains~1/get/parameters/0";
    let parameter = |maximum: u32| {
        let schema = json!({ "type": "integer", "default": 50, "minimum": 1, "maximum": maximum });
        let content = json!({ "application/json": { "schema": schema } });
        with([(
            limit,
            json!({ "name": "limit", "in": "query", "content": content }),
        )])
    };
    expect(&parameter(100), &[]);
    expect(
        &parameter(99),
        &["bounds | list_trains limit | /x-letta-operations/ListTrains/parameters/0/maximum"],
    );
}

#[test]
fn objects_of_several_parts() {
    let document = with([
        (
            "/components/schemas/Base",
            json!({ "type": "object", "properties": {
                "kind": { "type": "string" },
                "seats": { "type": "integer" }
            } }),
        ),
        (
            "/components/schemas/Coach",
            json!({ "allOf": [
                { "$ref": "#/components/schemas/Base" },
                { "properties": { "kind": { "const": "coach" } } },
                { "required": ["seats"], "description": "A car." }
            ] }),
        ),
    ]);
    expect(&document, &[]);
    // What builds on another says what counts, wherever it says it.
    let document = with([
        (
            "/components/schemas/Base",
            json!({ "type": "object", "required": ["seats"], "properties": {
                "kind": { "type": "string" },
                "seats": { "type": "string" }
            } }),
        ),
        (
            "/components/schemas/Coach",
            json!({
                "type": "object",
                "properties": { "kind": { "const": "coach" }, "seats": { "type": "integer" } },
                "allOf": [{ "$ref": "#/components/schemas/Base" }]
            }),
        ),
    ]);
    expect(&document, &[]);
    // And what it builds on has fields, too.
    let mut more = document;
    more["components"]["schemas"]["Base"]["properties"]["doors"] = json!({ "type": "integer" });
    expect(
        &more,
        &["field | Coach doors | /$defs/Coach/properties/doors"],
    );
}

#[test]
fn a_discriminator_without_union() {
    // In 3.0 a type can be one of those that build on it.
    let car = json!({
        "type": "object",
        "required": ["kind"],
        "properties": { "kind": { "type": "string" } },
        "discriminator": { "propertyName": "kind", "mapping": { "coach": "Coach", "wagon": "Wagon" } }
    });
    let coach = json!({ "allOf": [
        { "$ref": "#/components/schemas/Car" },
        { "type": "object", "required": ["seats"], "properties": {
            "kind": { "enum": ["coach"] }, "seats": { "type": "integer" } } }
    ] });
    let document = with([
        ("/openapi", json!("3.0.0")),
        ("/components/schemas/Car", car),
        ("/components/schemas/Coach", coach),
        ("/components/schemas/Train", {
            let mut train = with([])["components"]["schemas"]["Train"].take();
            // There is no null in 3.0 but `nullable`.
            for key in ["speed", "departs", "note", "steam", "extras", "coupled_to"] {
                let any = train["properties"][key]["anyOf"].as_array_mut();
                any.expect("a union").retain(|own| own["type"] != "null");
                train["properties"][key]["nullable"] = json!(true);
            }
            train
        }),
    ]);
    expect(&document, &[]);
}

#[test]
fn enums_in_all_their_ways() {
    let document = |line: Value| with([("/components/schemas/Line", line)]);
    for line in [
        json!({ "enum": ["red", "blue"] }),
        json!({ "oneOf": [{ "const": "red", "title": "A" }, { "const": "blue" }] }),
        json!({ "anyOf": [{ "type": "string", "enum": ["red"] }, { "enum": ["blue"] }] }),
        // That others may come is so for all enums here.
        json!({ "anyOf": [{ "type": "string", "enum": ["red", "blue"] }, { "type": "string" }] }),
        json!({ "const": "red" }),
    ] {
        expect(&document(line), &[]);
    }
    let line = json!({ "oneOf": [{ "const": "red" }, { "const": "green" }] });
    expect(&document(line), &["value | Line | /$defs/Line/enum/-"]);
    let report = drift(&document(json!({ "enum": [1, 2] })));
    assert_eq!(
        short(&report),
        [
            "type | Line | /$defs/Train/properties/line",
            "type | Line | /$defs/Search/properties/line"
        ]
    );
    assert_eq!(
        report.findings[0].difference,
        "documented as an integer, in the schema one of \"red\", \"blue\""
    );
}

#[test]
fn several_types_at_once() {
    let note = json!({ "type": ["null", "string", "array"], "items": { "type": "string" } });
    expect(&train("note", note), &[]);
    let note = json!({ "type": ["null", "string", "array"], "items": { "type": "integer" } });
    expect(
        &train("note", note),
        &["type | Train note[] | /$defs/Note/anyOf/1/items"],
    );
}

#[test]
fn a_union_of_one() {
    let cars = json!({ "type": "array", "items": {
        "oneOf": [{ "$ref": "#/components/schemas/Coach" }],
        "discriminator": { "propertyName": "kind", "mapping": { "wagon": "#/components/schemas/Coach" } }
    } });
    let report = drift(&train("cars", cars));
    let found = short(&report);
    assert!(
        found
            .iter()
            .any(|own| own.starts_with("discriminator") && own.ends_with("/$defs/Car/anyOf/1")),
        "the tag is of the other car: {found:?}"
    );
}

#[test]
fn no_default_is_null() {
    let load = json!({ "type": "number", "default": null });
    expect(&train("load", load), &[]);
}

#[test]
fn an_equal_number_is_equal() {
    let place = "/paths/~1v1~1trains~1/get/parameters/0/schema/default";
    expect(&with([(place, json!(50.0))]), &[]);
}

#[test]
fn a_deprecated_type_is_not_a_deprecated_field() {
    expect(
        &with([("/components/schemas/Line/deprecated", json!(true))]),
        &[],
    );
}

#[test]
fn references_to_what_is_no_component() {
    let train = "#/paths/~1v1~1trains~1/get/responses/200/content/application~1json/schema/items";
    let search = "/paths/~1v1~1trains~1search/post/responses/200";
    let document = with([(
        search,
        json!({ "content": { "application/json": {
            "schema": { "type": "array", "items": { "$ref": train } } } } }),
    )]);
    expect(&document, &[]);
    // With percent signs, as in a URI.
    let train = "#/paths/~1v1~1trains~1%7Btrain_id%7D/get/responses/200";
    let document = with([(search, json!({ "$ref": train }))]);
    // That one is a train, not a list of them.
    let report = drift(&document);
    assert!(
        short(&report).iter().any(|own| own.starts_with("type | ")),
        "{:?}",
        short(&report)
    );
}

#[test]
fn parameters_of_a_path_and_of_its_operation() {
    let shared = json!({ "name": "limit", "in": "query", "schema": { "type": "string" } });
    // The operation has its own.
    expect(
        &with([("/paths/~1v1~1trains~1/parameters", json!([shared]))]),
        &[],
    );
    // What is shared counts where the operation says nothing.
    let mut document = with([(
        "/components/parameters",
        json!({ "Limit": { "name": "limit", "in": "query", "schema": {
            "type": "integer", "default": 7, "minimum": 1, "maximum": 100 } } }),
    )]);
    let item = &mut document["paths"]["/v1/trains/"];
    item["parameters"] = json!([{ "$ref": "#/components/parameters/Limit" }]);
    let own = item["get"]["parameters"]
        .as_array_mut()
        .expect("parameters");
    own.remove(0);
    expect(
        &document,
        &["default | list_trains limit | /x-letta-operations/ListTrains/parameters/0/default"],
    );
}

#[test]
fn headers_that_are_no_parameters() {
    let header = json!({ "name": "Authorization", "in": "header", "schema": { "type": "string" } });
    let place = "/paths/~1v1~1trains~1/get/parameters/-";
    expect(&with([(place, header)]), &[]);
}

#[test]
fn a_path_parameter_of_another_name() {
    let mut document = with([]);
    let paths = document["paths"].as_object_mut().expect("paths");
    let mut item = paths.remove("/v1/trains/{train_id}").expect("an item");
    item["get"]["parameters"][0]["name"] = json!("id");
    paths.insert("/v1/trains/{id}".to_owned(), item);
    expect(
        &document,
        &["parameter | retrieve_train id | /x-letta-operations/RetrieveTrain/parameters/0/name"],
    );
}

#[test]
fn path_parameters_in_any_order() {
    // Both documents say the same of both parameters.
    let parameter = |name: &str| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } });
    let item = |parameters: Value| json!({ "get": { "operationId": "retrieve_train", "parameters": parameters, "responses": {} } });
    let orders = [["a", "b"], ["b", "a"]].map(|[one, other]| {
        let document = json!({ "openapi": "3.1.0", "paths": {
            "/v1/trains/{a}/cars/{b}": item(json!([parameter(one), parameter(other)])) } });
        let document = Document::parse("trains", &document.to_string()).expect("a document");
        let described = operations::read(&document, |_| true);
        let details = described.facts.operations[0].details.clone();
        let parameters = details.expect("details").parameters;
        let keys = parameters.into_iter().map(|own| own.field.key);
        keys.collect::<Vec<_>>()
    });
    assert_eq!(orders, [["a", "b"], ["a", "b"]]);
}

#[test]
fn json_by_other_names() {
    let search = "/paths/~1v1~1trains~1search/post/requestBody/content";
    let schema = json!({ "schema": { "$ref": "#/components/schemas/TrainSearch" } });
    for name in [
        "application/json; charset=utf-8",
        "application/vnd.trains+json",
    ] {
        let content = json!({ "text/plain": {}, name: schema });
        expect(&with([(search, content)]), &[]);
    }
}

#[test]
fn the_response_is_that_of_success() {
    let responses = "/paths/~1v1~1trains~1/get/responses";
    let own = with([])["paths"]["/v1/trains/"]["get"]["responses"]["200"].take();
    let failed = json!({ "content": { "application/json": { "schema": { "type": "string" } } } });
    let all = json!({ "201": own, "422": failed.clone(), "default": failed });
    expect(&with([(responses, all)]), &[]);
}

#[test]
fn equal_names_can_mean_two_types() {
    // No operation leads to the coach of boats, by whatever name.
    let boats = json!({ "get": { "responses": { "200": { "content": { "application/json": {
        "schema": { "$ref": "#/components/schemas/Search" } } } } } } });
    let document = with([
        ("/paths/~1v1~1boats~1", boats),
        (
            "/components/schemas/Search",
            json!({ "type": "object", "properties": { "depth": { "type": "number" } } }),
        ),
    ]);
    expect(&document, &[]);
}
