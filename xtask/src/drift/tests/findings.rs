//! Each kind of finding, by one change of a document that agrees with the schema.

use super::*;

const GET: &str = "/paths/~1v1~1trains~1/get";
const LIST: &str = "/x-letta-operations/ListTrains";

#[test]
fn an_operation() {
    expect(
        &with([("/paths/~1v1~1trains~1{id}~1horn", json!({ "post": {} }))]),
        &[
            "operation | POST /v1/trains/{id}/horn | schema/operations.json#/x-letta-operations/POST~1v1~1trains~1{id}~1horn",
        ],
    );
    expect(
        &with([(
            "/paths/~1v1~1trains~1{id}~1horn",
            json!({ "post": { "operationId": "sound_horn" } }),
        )]),
        &["operation | sound_horn | schema/operations.json#/x-letta-operations/sound_horn"],
    );
}

#[test]
fn an_operation_of_another_resource_is_counted() {
    let report = drift(&with([("/paths/~1v1~1boats~1", json!({ "get": {} }))]));
    assert_eq!((report.findings.len(), report.counts().not_covered), (0, 2));
}

#[test]
fn a_parameter() {
    let parameters = format!("{GET}/parameters/-");
    expect(
        &with([(
            &parameters,
            json!({ "name": "after", "in": "query", "schema": { "type": "string" } }),
        )]),
        &[&format!(
            "parameter | list_trains after | {LIST}/parameters/-"
        )],
    );
    expect(
        &with([(&format!("{GET}/parameters/1/in"), json!("header"))]),
        &[&format!(
            "parameter | list_trains line | {LIST}/parameters/1"
        )],
    );
    expect(
        &with([(&format!("{GET}/parameters/0/required"), json!(true))]),
        &[&format!(
            "required | list_trains limit | {LIST}/parameters/0"
        )],
    );
    expect(
        &with([(&format!("{GET}/parameters/0/deprecated"), json!(true))]),
        &[&format!(
            "deprecated | list_trains limit | {LIST}/parameters/0"
        )],
    );
    expect(
        &with([(&format!("{GET}/parameters/0/schema/type"), json!("string"))]),
        &[&format!("type | list_trains limit | {LIST}/parameters/0")],
    );
    expect(
        &with([(
            &format!("{GET}/parameters/1/schema/anyOf/0/enum/-"),
            json!("green"),
        )]),
        &["value | list_trains line | /$defs/Line/enum/-"],
    );
}

#[test]
fn a_default() {
    let place = format!("{GET}/parameters/0/schema/default");
    let expected = format!("default | list_trains limit | {LIST}/parameters/0/default");
    expect(&with([(&place, json!(20))]), &[&expected]);
    expect(&without(&place), &[&expected]);
    expect(
        &train("load", json!({ "type": "number", "default": 0.5 })),
        &["default | Train load | /$defs/Train/properties/load/default"],
    );
}

#[test]
fn a_bound() {
    let place = format!("{GET}/parameters/0/schema/maximum");
    let expected = format!("bounds | list_trains limit | {LIST}/parameters/0/maximum");
    expect(&with([(&place, json!(1000))]), &[&expected]);
    expect(&without(&place), &[&expected]);
    expect(
        &with([(&format!("{TRAIN}/load/minimum"), json!(1))]),
        &["bounds | Train load | /$defs/Train/properties/load/minimum"],
    );
}

#[test]
fn a_body() {
    expect(
        &without("/paths/~1v1~1trains~1search/post/requestBody"),
        &["body | search_trains | /x-letta-operations/SearchTrains/requestBody"],
    );
    let body = json!({ "content": { "application/json": { "schema": { "type": "object" } } } });
    expect(
        &with([(&format!("{GET}/requestBody"), body)]),
        &[&format!("body | list_trains | {LIST}/requestBody")],
    );
}

#[test]
fn a_response() {
    expect(
        &without(&format!("{GET}/responses/200")),
        &[&format!("response | list_trains | {LIST}/response/schema")],
    );
    expect(
        &with([(
            &format!("{GET}/responses/200/content/application~1json/schema"),
            json!({ "anyOf": [
                { "type": "array", "items": { "$ref": "#/components/schemas/Train" } },
                { "type": "null" }
            ] }),
        )]),
        &[&format!("nullable | list_trains | {LIST}/response/schema")],
    );
    expect(
        &with([(
            "/paths/~1v1~1trains~1{train_id}/get/responses/200/content/application~1json/schema",
            json!({ "$ref": "#/components/schemas/Train" }),
        )]),
        &["nullable | retrieve_train | /x-letta-operations/RetrieveTrain/response/schema"],
    );
}

#[test]
fn a_field() {
    expect(
        &train("colour", json!({ "type": "string" })),
        &["field | Train colour | /$defs/Train/properties/colour"],
    );
}

#[test]
fn a_field_that_the_document_lacks_is_a_note() {
    let report = drift(&without(&format!("{TRAIN}/radio")));
    assert_eq!(short(&report), [""; 0]);
    assert!(
        report
            .text(true)
            .contains("field `radio` isn't in the document")
    );
}

#[test]
fn a_value() {
    expect(
        &with([("/components/schemas/Line/enum/-", json!("green"))]),
        &["value | Line | /$defs/Line/enum/-"],
    );
    // A subset is what older servers know.
    expect(&without("/components/schemas/Line/enum/1"), &[]);
}

#[test]
fn a_tag() {
    expect(
        &with([(
            "/components/schemas/Coach/properties/kind/const",
            json!("carriage"),
        )]),
        &["value | Coach kind | /$defs/Coach/properties/kind/const"],
    );
}

#[test]
fn a_member() {
    let sleeper = json!({
        "type": "object",
        "required": ["beds"],
        "properties": { "kind": { "const": "sleeper" }, "beds": { "type": "integer" } }
    });
    expect(
        &with([
            ("/components/schemas/Sleeper", sleeper),
            (
                "/components/schemas/Car/oneOf/-",
                json!({ "$ref": "#/components/schemas/Sleeper" }),
            ),
            (
                "/components/schemas/Car/discriminator/mapping/sleeper",
                json!("#/components/schemas/Sleeper"),
            ),
        ]),
        &["member | Car | /$defs/Car/anyOf/-"],
    );
    expect(
        &with([(
            &format!("{TRAIN}/note/anyOf/-"),
            json!({ "type": "boolean" }),
        )]),
        &["member | Train note | /$defs/Note/anyOf/-"],
    );
}

#[test]
fn a_discriminator() {
    expect(
        &with([(
            "/components/schemas/Car/discriminator/propertyName",
            json!("type"),
        )]),
        &["discriminator | Car | /$defs/Car/x-letta-tag"],
    );
    // A tag that is mapped to another member than the one whose tag it is.
    expect(
        &with([(
            "/components/schemas/Car/discriminator/mapping/wagon",
            json!("#/components/schemas/Coach"),
        )]),
        &["discriminator | Car | /$defs/Car/anyOf/1"],
    );
    expect(
        &with([(
            "/components/schemas/Car/discriminator/mapping/tram",
            json!("#/components/schemas/Coach"),
        )]),
        &["discriminator | Car | /$defs/Car/anyOf"],
    );
}

#[test]
fn a_type() {
    let expected = "type | Train id | /$defs/Train/properties/id";
    for other in [
        json!({ "type": "integer" }),
        json!({ "type": "boolean" }),
        json!({ "type": "array", "items": { "type": "string" } }),
        json!({ "type": "object", "additionalProperties": true }),
        json!({ "const": "one" }),
        json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }] }),
    ] {
        expect(&train("id", other), &[expected]);
    }
    expect(
        &train("id", json!({ "$ref": "#/components/schemas/Train" })),
        &["type | Train | /$defs/Train/properties/id"],
    );
}

#[test]
fn an_integer_or_a_number() {
    expect(
        &train("load", json!({ "type": "integer" })),
        &["type | Train load | /$defs/Train/properties/load"],
    );
    let speed = |schema: Value| with([(&format!("{TRAIN}/speed/anyOf/0"), schema)]);
    let expected = "type | Train speed | /$defs/Train/properties/speed";
    let number = json!({ "type": "number", "minimum": 0, "maximum": 300 });
    expect(&speed(number), &[expected]);
    let unsigned = json!({ "type": "integer", "format": "uint64", "minimum": 0, "maximum": 300 });
    expect(&speed(unsigned), &[expected]);
    // What fits into 64 bits is an integer, whatever it is called.
    for ty in ["integer", "number"] {
        let int = json!({ "type": ty, "format": "int64", "minimum": 0.0, "maximum": 300 });
        expect(&speed(int), &[]);
    }
}

#[test]
fn what_the_schema_is_wider_than() {
    expect(
        &train("radio", json!({ "type": ["string", "null"] })),
        &["wider | Train radio | /$defs/Train/properties/radio"],
    );
    expect(
        &train("note", json!({ "type": ["string", "null"] })),
        &["wider | Train note | /$defs/Train/properties/note"],
    );
}

#[test]
fn whether_it_is_required() {
    expect(
        &without("/components/schemas/Train/required/3"),
        &["required | Train load | /$defs/Train/properties/load"],
    );
    expect(
        &with([("/components/schemas/Train/required/-", json!("stops"))]),
        &["required | Train stops | /$defs/Train/properties/stops"],
    );
}

#[test]
fn what_is_required_and_null_is_optional_here() {
    expect(
        &with([("/components/schemas/Train/required/-", json!("speed"))]),
        &[],
    );
    expect(
        &train("id", json!({ "type": ["string", "null"] })),
        &["nullable | Train id | /$defs/Train/properties/id"],
    );
}

#[test]
fn whether_it_is_null() {
    expect(
        &train("extras", json!({ "type": "object" })),
        &["nullable | Train extras | /$defs/Train/properties/extras"],
    );
    // The schema says `x-letta-not-null`.
    expect(
        &train(
            "stops",
            json!({ "type": ["array", "null"], "items": { "type": "string" }, "default": [] }),
        ),
        &["nullable | Train stops | /$defs/Train/properties/stops"],
    );
}

#[test]
fn what_is_sent_must_be_there_even_if_null() {
    expect(
        &with([("/components/schemas/TrainSearch/required/-", json!("line"))]),
        &["required | TrainSearch (`Search`) line | /$defs/Search/properties/line"],
    );
    // `x-depot` can be null.
    expect(
        &with([(&format!("{GET}/parameters/2/required"), json!(true))]),
        &[&format!(
            "required | list_trains x-depot | {LIST}/parameters/2"
        )],
    );
}

#[test]
fn null_among_elements_is_another_type() {
    expect(
        &with([(
            &format!("{TRAIN}/stops/items"),
            json!({ "type": ["string", "null"] }),
        )]),
        &["type | Train stops[] | /$defs/Train/properties/stops/items"],
    );
}

#[test]
fn a_format() {
    expect(
        &train("id", json!({ "type": "string", "format": "uuid" })),
        &["format | Train id | /$defs/Train/properties/id"],
    );
    for departs in [
        json!({ "type": ["string", "null"], "format": "date" }),
        json!({ "type": ["string", "null"] }),
    ] {
        let report = drift(&train("departs", departs));
        assert_eq!(
            short(&report),
            ["format | Train departs | /$defs/Train/properties/departs"]
        );
    }
}

#[test]
fn a_deprecation() {
    expect(
        &without(&format!("{TRAIN}/steam/deprecated")),
        &["deprecated | Train steam | /$defs/Train/properties/steam"],
    );
    expect(
        &with([(&format!("{TRAIN}/id/deprecated"), json!(true))]),
        &["deprecated | Train id | /$defs/Train/properties/id"],
    );
}

#[test]
fn what_the_schema_takes_for_undocumented() {
    expect(
        &train("depot", json!({ "type": ["string", "null"] })),
        &["undocumented | Train depot | /$defs/Train/properties/depot/x-letta-undocumented"],
    );
}

const COLOUR: &str = "\
[[difference]]
source = \"openapi\"
kind = \"field\"
at = \"schema/trains.json#/$defs/Train/properties/colour\"
reason = \"Trains are seen by their smoke.\"
";

fn explained(entry: &str, document: &Value) -> (Vec<String>, usize) {
    let report = drift_of(entry, &document.to_string()).expect("a document");
    (short(&report), report.counts().explained)
}

#[test]
fn what_is_explained_is_none() {
    let document = train("colour", json!({ "type": "string" }));
    assert_eq!(explained(COLOUR, &document), (Vec::new(), 1));
    let other = COLOUR.replace("\"openapi\"", "\"markdown\"");
    assert_eq!(explained(&other, &document).1, 0);
    let this = COLOUR.replace("kind", "version = \"7\"\nkind");
    assert_eq!(explained(&this, &document), (Vec::new(), 1));
    let other = COLOUR.replace("kind", "version = \"8\"\nkind");
    assert_eq!(explained(&other, &document).0.len(), 1);
}

#[test]
fn only_openapi_documents_have_versions_and_pointers() {
    for key in ["version", "pointer"] {
        let entry = COLOUR.replace("kind", &format!("{key} = \"7\"\nkind"));
        assert!(Explained::parse(&entry).is_ok());
        let entry = entry.replace("\"openapi\"", "\"markdown\"");
        let error = Explained::parse(&entry).expect_err("a page has none");
        assert!(error.to_string().contains("for OpenAPI documents alone"));
    }
}

#[test]
fn what_explains_nothing_is_found() {
    let stale = ["explanation | schema/explained.toml | /$defs/Train/properties/colour"];
    assert_eq!(explained(COLOUR, &with([])).0, stale);
    // It is about another version.
    let other = COLOUR.replace("kind", "version = \"8\"\nkind");
    assert_eq!(explained(&other, &with([])), (Vec::new(), 0));
    // Something else differs there.
    let difference = "reason = \"\"\ndifference = \"the schema has no field `paint`\"\n#";
    let entry = COLOUR.replace("reason", difference);
    let document = train("colour", json!({ "type": "string" }));
    let found = explained(&entry, &document).0;
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[1], stale[0]);
    // It is about an operation that neither has.
    let entry = "[[difference]]\nsource = \"openapi\"\nkind = \"operation\"\n\
        at = \"schema/operations.json#/x-letta-operations/sound_horn\"\nreason = \"\"\n";
    assert_eq!(
        explained(entry, &with([])).0,
        [
            "explanation | schema/explained.toml | schema/operations.json#/x-letta-operations/sound_horn"
        ]
    );
}

#[test]
fn what_is_explained_at_one_place_is_found_at_another() {
    let here = "pointer = \"/components/schemas/Train/properties/colour\"\nreason";
    let entry = COLOUR.replace("reason", here);
    let document = train("colour", json!({ "type": "string" }));
    assert_eq!(explained(&entry, &document), (Vec::new(), 1));
    // The search returns trains of another description, which have a colour as well.
    let mut other = document;
    let schemas = &mut other["components"]["schemas"];
    schemas["FoundTrain"] = schemas["Train"].clone();
    other["paths"]["/v1/trains/search"]["post"]["responses"]["200"]["content"]["application/json"]
        ["schema"]["items"] = json!({ "$ref": "#/components/schemas/FoundTrain" });
    assert_eq!(explained(COLOUR, &other), (Vec::new(), 1));
    let found = explained(&entry, &other).0;
    assert_eq!(
        found[0],
        "field | Train colour | /$defs/Train/properties/colour"
    );
}

#[test]
fn a_star_is_any_step() {
    let entry = "[[difference]]\nsource = \"openapi\"\nkind = \"parameter\"\n\
        at = \"schema/trains.json#/x-letta-operations/*/parameters/-\"\nname = \"X-Who\"\n\
        reason = \"The client's.\"\n";
    let who = json!({ "name": "X-Who", "in": "header", "schema": { "type": "string" } });
    let document = with([
        (&format!("{GET}/parameters/-"), who.clone()),
        ("/paths/~1v1~1trains~1search/post/parameters", json!([who])),
    ]);
    assert_eq!(explained(entry, &document), (Vec::new(), 2));
    assert_eq!(explained(entry, &with([])).0.len(), 1);
    // It stands for one step only.
    let short = entry.replace("/parameters/-", "");
    assert_eq!(explained(&short, &document).0.len(), 3);
}

#[test]
fn what_one_document_lacks_and_another_has_is_no_note() {
    let mut report = Report::default();
    let lacking = without(&format!("{TRAIN}/speed")).to_string();
    let mut notes = Vec::new();
    for text in [lacking.as_str(), DOCUMENT] {
        let document = Document::parse("trains", text).expect("a document");
        against(&schema(), &Explained::default(), &document, &mut report).expect("operations");
        notes.push(report.json()["notes"].to_string().contains("`speed`"));
    }
    assert_eq!(notes, [true, false]);
}

#[test]
fn the_first_places_of_many_are_told() {
    let document = train("paint", json!({ "type": "string" })).to_string();
    let mut report = Report::default();
    for index in 0..6 {
        let document = Document::parse(&format!("{index}.json"), &document).expect("a document");
        against(&schema(), &Explained::default(), &document, &mut report).expect("operations");
    }
    let text = report.text(false);
    let place = |index: usize| format!("{index}.json#{TRAIN}/paint");
    let told = format!("{} and 2 more\n", [0, 1, 2, 3].map(place).join(", "));
    assert!(text.contains(&told), "{text}");
}

#[test]
fn an_explanation_is_of_what_it_names() {
    let entry = "[[difference]]\nsource = \"openapi\"\nkind = \"value\"\nname = \"grey\"\n\
        at = \"schema/trains.json#/$defs/Line/enum/-\"\nreason = \"Closed.\"\n";
    let values = json!(["red", "blue", "grey", "brown"]);
    let document = with([("/components/schemas/Line/enum", values)]);
    let report = drift_of(entry, &document.to_string()).expect("a document");
    assert_eq!(report.counts().explained, 1);
    let names: Vec<_> = report
        .findings
        .iter()
        .map(|own| own.name.as_deref())
        .collect();
    assert_eq!(names, [Some("brown")]);
}

#[test]
fn a_difference_counts_once_however_many_documents_have_it() {
    let text = with([
        (&format!("{TRAIN}/colour"), json!({ "type": "string" })),
        (&format!("{TRAIN}/paint"), json!({ "type": "string" })),
    ])
    .to_string();
    let explained = Explained::parse(COLOUR).expect("an entry");
    let mut report = Report::default();
    for name in ["one.json", "other.json"] {
        let document = Document::parse(name, &text).expect("a document");
        against(&schema(), &explained, &document, &mut report).expect("its operations");
    }
    assert_eq!(
        short(&report),
        ["field | Train paint | /$defs/Train/properties/paint"]
    );
    let counts = report.counts();
    assert_eq!((counts.findings, counts.explained), (1, 1));
    let report = report.json();
    for place in ["/findings/0/source", "/explained/0/source"] {
        let sources = report.pointer(place).expect("the places");
        let files = [&sources[0]["file"], &sources[1]["file"]];
        assert_eq!(files, ["one.json", "other.json"], "{place}");
    }
}

/// The only finding: its path, its difference and its remedy.
#[track_caller]
fn told(document: &Value) -> [String; 3] {
    let report = drift(document);
    let [finding] = report.findings.as_slice() else {
        panic!("{}", report.text(true));
    };
    [&finding.path, &finding.difference, &finding.remedy].map(Clone::clone)
}

#[test]
fn a_parameter_in_another_spelling_is_in_its_place() {
    let [path, difference, remedy] = told(&with([(
        &format!("{GET}/parameters/0/name"),
        json!("Limit"),
    )]));
    assert_eq!(path, "Limit");
    assert_eq!(
        difference,
        "parameter `Limit`: the schema spells it `limit`"
    );
    assert!(remedy.starts_with("spell it as documented"), "{remedy}");
    let [_, difference, _] = told(&with([(
        &format!("{GET}/parameters/0/in"),
        json!("header"),
    )]));
    assert_eq!(
        difference,
        "parameter `limit` is documented in the header, and in the query in the schema"
    );
}

#[test]
fn a_cookie_is_no_fault_of_the_document() {
    let cookie = json!({ "name": "who", "in": "cookie", "schema": { "type": "string" } });
    let [_, difference, remedy] = told(&with([(&format!("{GET}/parameters/-"), cookie)]));
    assert_eq!(difference, "parameter `who` is in the cookie");
    assert!(remedy.starts_with("compare it by hand"), "{remedy}");
}

#[test]
fn a_body_that_is_no_json_is_one() {
    let content = json!({ "text/event-stream": {}, "text/plain": {} });
    let [_, difference, remedy] = told(&with([(
        &format!("{GET}/responses/200/content"),
        content.clone(),
    )]));
    assert_eq!(
        difference,
        "there is no JSON, but `text/event-stream`, `text/plain`"
    );
    assert!(remedy.starts_with("compare it by hand"), "{remedy}");
    let body = "/paths/~1v1~1trains~1search/post/requestBody/content";
    assert_eq!(told(&with([(body, content)]))[1], difference);
}

#[test]
fn what_is_missing_is_what_the_schema_lacks() {
    let missing = |document: &Value| {
        let counts = drift(document).counts();
        (counts.findings, counts.missing)
    };
    let text = json!({ "type": "string" });
    let parameter = json!({ "name": "after", "in": "query", "schema": text.clone() });
    for document in [
        with([("/paths/~1v1~1trains~1{id}~1horn", json!({ "post": {} }))]),
        with([(&format!("{GET}/parameters/-"), parameter)]),
        train("paint", text),
        with([("/components/schemas/Line/enum/-", json!("grey"))]),
    ] {
        assert_eq!(missing(&document), (1, 1));
    }
    // Under another path, in another place, in another spelling, of another type.
    let mut path = without("/paths/~1v1~1trains~1");
    path["paths"]["/v1/trains"] = with([])["paths"]["/v1/trains/"].take();
    for document in [
        path,
        with([(&format!("{GET}/parameters/0/in"), json!("header"))]),
        with([(&format!("{GET}/parameters/0/name"), json!("Limit"))]),
        with([(&format!("{GET}/parameters/0/schema/type"), json!("string"))]),
    ] {
        assert_eq!(missing(&document), (1, 0));
    }
}
