//! Each kind of finding, by one change of a page that agrees with the schema.

use std::process::ExitCode;

use super::*;
use crate::compare::{facts::Spot, findings::Kind};

#[track_caller]
fn expect(old: &str, new: &str, expected: &str) {
    let report = audit(&changed(PAGE, old, new));
    assert_eq!(short(&report), [expected], "{}", report.text(true));
}

#[test]
fn an_operation() {
    expect(
        "**get** `/v1/parcels/{parcel_id}`",
        "**delete** `/v1/parcels/{parcel_id}`",
        "operation | Retrieve Parcel | schema/operations.json#/x-letta-operations/RetrieveParcel",
    );
    expect(
        "**get** `/v1/parcels/`",
        "**GET** `/v1/parcels`",
        "operation | List Parcels | /x-letta-operations/ListParcels/path",
    );
}

#[test]
fn a_parameter() {
    let add = "### Query Parameters\n\n- `van: optional string`\n";
    expect(
        "### Query Parameters\n",
        add,
        "parameter | List Parcels van | /x-letta-operations/ListParcels/parameters/-",
    );
    let report = audit(&changed(
        PAGE,
        "- `limit: optional number`\n\n  How many",
        "- `count: optional number`\n\n  How many",
    ));
    assert_eq!(
        short(&report),
        ["parameter | List Parcels count | /x-letta-operations/ListParcels/parameters/-"]
    );
    assert!(report.findings[0].remedy.contains("rename `limit`"));
    let page = PAGE.replace("parcel_id", "id_of_parcel");
    assert_eq!(
        short(&audit(&page)),
        [
            "parameter | Retrieve Parcel id_of_parcel | /x-letta-operations/RetrieveParcel/parameters/0/name"
        ]
    );
    expect(
        "### Query Parameters",
        "### Header Parameters\n\n- `limit: optional number`\n\n### Query Parameters",
        "parameter | List Parcels limit | /x-letta-operations/ListParcels/parameters/1",
    );
    expect(
        "- `limit: optional number`\n\n  How many",
        "- `limit: number`\n\n  How many",
        "required | List Parcels limit | /x-letta-operations/ListParcels/parameters/1",
    );
    expect(
        "- `limit: optional number`\n\n  How many",
        "- `limit: optional string`\n\n  How many",
        "type | List Parcels limit | /x-letta-operations/ListParcels/parameters/1",
    );
}

#[test]
fn a_body() {
    expect(
        "### Path Parameters",
        "### Body Parameters\n\n- `x: string`\n\n### Path Parameters",
        "body | Retrieve Parcel | /x-letta-operations/RetrieveParcel/requestBody",
    );
    expect(
        "### Body Parameters\n\n- `query: string`\n\n- `limit: optional number`\n\n",
        "",
        "body | Search Toys | /x-letta-operations/SearchToys/requestBody",
    );
}

#[test]
fn a_response() {
    let page = changed(
        PAGE,
        "### Returns\n\n- `Toy",
        "### Returns\n\n- `string`\n\n# Ignored\n\n- `Toy",
    );
    assert_eq!(
        short(&audit(&page)),
        ["type | Search Toys [] | /x-letta-operations/SearchToys/response/schema"]
    );
    let page = changed(PAGE, "### Returns\n\n- `Toy", "### Remarks\n\n- `Toy");
    assert_eq!(
        short(&audit(&page)),
        ["response | Search Toys | /x-letta-operations/SearchToys/response/schema"]
    );
}

#[test]
fn a_field() {
    let report = audit(&changed(
        PAGE,
        "- `sent_at: optional string`\n\n- `stamps: optional number`\n\n  Money",
        "- `sent_at: optional string`\n\n- `colour: string`\n\n- `stamps: optional number`\n\n  Money",
    ));
    let [finding] = report.findings.as_slice() else {
        panic!("{}", report.text(true));
    };
    assert_eq!(finding.kind, Kind::Field);
    assert_eq!(
        (finding.group.as_str(), finding.path.as_str()),
        ("Parcel", "colour")
    );
    assert_eq!(finding.name.as_deref(), Some("colour"));
    assert_eq!(finding.difference, "the schema has no field `colour`");
    let line = finding
        .origins
        .iter()
        .next()
        .map(|origin| origin.spot.clone());
    let expected = PAGE
        .lines()
        .position(|line| line.contains("sent_at"))
        .map(|line| line + 3);
    assert_eq!(line, expected.map(Spot::Line));
}

#[test]
fn a_value() {
    let page = PAGE.replace("  - `\"huge\"`\n", "  - `\"enormous\"`\n");
    let report = audit(&page);
    assert_eq!(
        short(&report),
        ["value | ParcelSize | /$defs/Size/enum/-"],
        "{}",
        report.text(true)
    );
    assert_eq!(report.findings[0].origins.len(), 3);
    let page = PAGE.replace("\"star\"", "\"comet\"");
    assert_eq!(
        short(&audit(&page)),
        ["value | Star kind | /$defs/Star/properties/kind/const"]
    );
}

#[test]
fn a_member() {
    let comet = "- `Comet object { tail, kind }`\n\n      - `tail: number`\n\n      - `kind: optional \"comet\"`\n\n";
    let page = PAGE.replace("array of Star or Moon", "array of Star or Moon or Comet");
    let page = changed(
        &page,
        "    - `Moon object",
        &format!("    {comet}    - `Moon object"),
    );
    assert_eq!(
        short(&audit(&page)),
        ["member | Parcel note[] | /$defs/Drawing/anyOf/-"]
    );
}

#[test]
fn a_type() {
    expect(
        "      - `points: number`",
        "      - `points: boolean`",
        "type | Star points | /$defs/Star/properties/points",
    );
    expect(
        "  - `score: number`",
        "  - `score: integer`",
        "type | Toy score | /$defs/FoundToy/properties/score",
    );
    let page = PAGE.replace("- `id: string`", "- `id: array of string`");
    assert_eq!(
        short(&audit(&page)),
        ["type | Parcel id | /$defs/Parcel/properties/id"]
    );
    let page = PAGE.replace(
        "optional string or array of Star or Moon`",
        "optional string`",
    );
    let page = page.replace("  - `string`\n\n", "");
    assert_eq!(
        short(&audit(&page)),
        ["wider | Parcel note | /$defs/Parcel/properties/note"]
    );
}

#[test]
fn an_optional_field() {
    let page = PAGE.replace("- `weight: optional", "- `weight:");
    let report = audit(&page);
    assert_eq!(
        short(&report),
        ["required | Parcel weight | /$defs/Parcel/properties/weight"]
    );
    assert!(
        report.findings[0]
            .difference
            .contains("documented as required")
    );
    let page = PAGE.replace("- `id: string", "- `id: optional string");
    let report = audit(&page);
    assert_eq!(
        short(&report),
        ["required | Parcel id | /$defs/Parcel/properties/id"]
    );
    assert!(
        report.findings[0]
            .difference
            .contains("documented as optional")
    );
}

#[test]
fn an_undocumented_field() {
    expect(
        "- `\"x-route\": optional string`\n\n### Example",
        "- `\"x-route\": optional string`\n\n- `van: optional string`\n\n### Example",
        "undocumented | Parcel van | /$defs/Parcel/properties/van/x-letta-undocumented",
    );
}

#[test]
fn an_example() {
    expect(
        "\"pages\": 9 }",
        "\"pages\": 9, \"author\": \"J. A.\" }",
        "example | List Parcels example response /0/items/1/author | /$defs/Book/properties/author",
    );
    expect(
        "\"size\": \"flat\"",
        "\"size\": \"round\"",
        "example | List Parcels example response /0/size | /$defs/Size/enum/-",
    );
    expect(
        "\"title\": \"Emma\"",
        "\"title\": 1816",
        "example | List Parcels example response /0/items/1/title | /$defs/Book/properties/title",
    );
    expect(
        "\"id\": \"parcel-0\", ",
        "",
        "example | List Parcels example response /0/within | /$defs/Parcel/properties/id",
    );
    expect(
        "{ \"kind\": \"moon\", \"phase\": 0.5 }",
        "7",
        "example | List Parcels example response /0/note/0 | /$defs/Drawing",
    );
    expect(
        "\"score\": 0.25, ",
        "\"score\": 0.25 ",
        "example | Search Toys example response | /x-letta-operations/SearchToys/response/schema",
    );
    expect(
        "\"query\": ",
        "\"text\": \"x\", \"query\": ",
        "example | Search Toys example request /text | /$defs/Search/properties/text",
    );
}

#[test]
fn an_explanation() {
    let page = PAGE.replace("- `weight: optional", "- `weight:");
    let entry = |at: &str| {
        format!(
            "[[difference]]\nsource = \"markdown\"\nkind = \"required\"\nat = \"{at}\"\nreason = \"Old scales.\"\n"
        )
    };
    let weight = "schema/parcels.json#/$defs/Parcel/properties/weight";
    let report = audit_with(&entry(weight), &[&page]).expect("a page");
    assert_eq!(short(&report), [""; 0]);
    assert_eq!(report.counts().explained, 1);
    assert!(report.text(true).contains("Old scales."));
    // It explains nothing any more, or nothing that is there, or is about another source.
    let report = audit_with(&entry(weight), &[PAGE]).expect("a page");
    assert_eq!(
        short(&report),
        ["explanation | schema/explained.toml | /$defs/Parcel/properties/weight"]
    );
    assert_eq!(
        report.findings[0]
            .origins
            .iter()
            .next()
            .map(ToString::to_string)
            .as_deref(),
        Some("schema/explained.toml:1")
    );
    let report = audit_with(&entry("schema/parcels.json#/$defs/Box"), &[PAGE]).expect("a page");
    assert_eq!(
        short(&report),
        ["explanation | schema/explained.toml | /$defs/Box"]
    );
    let report = audit_with(&entry(weight), &[FLAT]).expect("a page");
    assert_eq!(short(&report), [""; 0]);
    // A page without the type says nothing about it.
    let books = "## Domain Types\n\n### Book\n\n- `Book object { title }`\n\n  - `title: string`\n";
    let report = audit_with(&entry(weight), &[books]).expect("a page");
    assert_eq!(short(&report), [""; 0]);
    assert!(Explained::parse("[[difference]]\nkind = \"odd\"\n").is_err());
}

#[test]
fn an_explained_operation_is_missed_where_its_resource_is_described() {
    let entry = |source: &str, name: &str| {
        format!(
            "[[difference]]\nsource = \"{source}\"\nkind = \"operation\"\n{name}\
             at = \"schema/operations.json#/x-letta-operations/BurnParcel\"\nreason = \"Never again.\"\n"
        )
    };
    let (named, other) = (
        "name = \"POST /v1/parcels/burn\"\n",
        "name = \"POST /v1/vans/burn\"\n",
    );
    let book = "## Domain Types\n\n### Book\n\n- `Book object { title }`\n\n  - `title: string`\n";
    for (source, name, page, is_stale) in [
        ("markdown", named, PAGE, true),
        ("flat", named, FLAT, true),
        ("markdown", "", PAGE, true),
        // What is described there can't have it.
        ("markdown", other, PAGE, false),
        ("markdown", named, book, false),
        ("markdown", "", book, false),
        ("markdown", named, FLAT, false),
    ] {
        let report = audit_with(&entry(source, name), &[page]).expect("a page");
        let stale = "explanation | schema/explained.toml | schema/operations.json#/x-letta-operations/BurnParcel";
        let expected = if is_stale { vec![stale] } else { vec![] };
        assert_eq!(short(&report), expected, "{source} {name} {page:.40}");
    }
    // And it explains what is there.
    let page = format!("{PAGE}\n# More\n\n## Burn Parcel\n\n**post** `/v1/parcels/burn`\n");
    let report = audit_with(&entry("markdown", named), &[&page]).expect("a page");
    assert_eq!((short(&report), report.counts().explained), (vec![], 1));
}

#[test]
fn reports_are_for_people_and_programs() {
    let page = PAGE.replace("- `weight: optional", "- `weight:");
    let report = audit(&page);
    let text = anstream::adapter::strip_str(&report.text(false)).to_string();
    assert!(
        text.starts_with(
            "Parcel\n  required weight: documented as required, optional in the schema\n    source  page:"
        ),
        "{text}"
    );
    assert!(
        text.contains(
            "    schema  schema/parcels.json#/$defs/Parcel/properties/weight\n    remedy  "
        )
    );
    assert!(text.contains("1 finding, "), "{text}");
    let json = report.json();
    let finding = &json["findings"][0];
    assert_eq!(finding["kind"], "required");
    assert_eq!(finding["source"][0]["file"], "page");
    assert!(finding["source"][0]["line"].is_u64());
    assert_eq!(
        finding["schema"]["pointer"],
        "/$defs/Parcel/properties/weight"
    );
    assert_eq!(json["counts"]["findings"], 1);
    assert_eq!(
        format!("{:?}", report.status()),
        format!("{:?}", ExitCode::FAILURE)
    );
    assert_eq!(
        format!("{:?}", audit(PAGE).status()),
        format!("{:?}", ExitCode::SUCCESS)
    );
}

#[test]
fn explanations_of_the_schema_are_of_their_form() {
    assert!(Explained::read(&root()).is_ok());
}
