//! Documents written for the purpose, one trap each, against a small schema.

mod examples;
mod findings;
mod pages;
mod traps;

use letta_types_codegen::Source as File;

use super::*;

const SCHEMA: &str = include_str!("tests/parcels.json");
/// Says what the schema says.
const PAGE: &str = include_str!("tests/parcels.md");
/// Says it as well, and has lost a line.
const FLAT: &str = include_str!("tests/parcels.txt");

fn schema() -> Facts {
    let file = File {
        name: "parcels.json",
        text: SCHEMA,
    };
    curated::of_sources(&[file]).expect("the schema is of the dialect")
}

fn bodies() -> Bodies {
    Bodies::bundled().expect("the document is JSON")
}

fn audit_with(explained: &str, pages: &[&str]) -> Result<Report, String> {
    let explained = Explained::parse(explained).expect("entries are of their form");
    let pages: Vec<_> = pages
        .iter()
        .map(|text| ("page".to_owned(), (*text).to_owned()))
        .collect();
    against(&schema(), &explained, &bodies(), &pages)
}

fn audit(page: &str) -> Report {
    audit_with("", &[page]).expect("a page")
}

fn short(report: &Report) -> Vec<String> {
    report.short("schema/parcels.json#")
}

/// A text with one change, which must be one.
fn changed(text: &str, old: &str, new: &str) -> String {
    assert_eq!(text.matches(old).count(), 1, "{old}");
    text.replace(old, new)
}

/// A page of one endpoint that returns this.
fn returns(bullets: &str) -> String {
    format!(
        "# Parcels\n\n## Retrieve Parcel\n\n**get** `/v1/parcels/{{parcel_id}}`\n\n\
         ### Path Parameters\n\n- `parcel_id: string`\n\n### Returns\n\n{bullets}"
    )
}
