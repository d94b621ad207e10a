//! What a page can be misread by.

use super::*;

const REST: &str = "- `note: optional string`\n";

/// Fields of a parcel, with those that it must have.
fn parcel(fields: &str) -> String {
    returns(&format!(
        "- `id: string`\n\n- `size: \"small\"`\n\n{fields}"
    ))
}

#[test]
fn a_use_without_expansion_means_the_one_before() {
    // `Toy` is expanded by the first use, with a field that the schema lacks.
    let page = parcel(
        "- `items: array of Toy`\n\n  - `name: string`\n\n  - `colour: string`\n\n\
         - `within: optional Parcel object { id, size, items }`\n\n  - `id: string`\n\n  - `size: \"small\"`\n\n\
         \x20 - `items: array of Toy`\n",
    );
    assert_eq!(
        short(&audit(&page)),
        ["field | Toy colour | /$defs/Toy/properties/colour"]
    );
}

#[test]
fn what_is_hidden_is_listed_below() {
    let page = returns(
        "- `size: \"small\" or 2 more`\n\n  - `\"small\"`\n\n  - `\"large\"`\n\n  - `\"round\"`\n",
    );
    assert_eq!(
        short(&audit(&page)),
        ["value | Parcel size | /$defs/Size/enum/-"]
    );
}

#[test]
fn what_is_hidden_and_nowhere_is_missed() {
    let page = returns("- `size: \"small\" or 2 more`\n\n  - `\"small\"`\n");
    assert_eq!(short(&audit(&page)), ["unreadable | Retrieve Parcel | "]);
    // Nothing is said of the members that a second use hides.
    let page = returns("- `items: array of Toy object { name } or 1 more`\n");
    assert_eq!(short(&audit(&page)), [""; 0]);
}

#[test]
fn an_only_member_shows_its_fields() {
    let page =
        returns("- `items: array of Star`\n\n  - `title: string`\n\n  - `chapters: string`\n");
    assert_eq!(
        short(&audit(&page)),
        ["field | Star (`Book`) chapters | /$defs/Book/properties/chapters"]
    );
}

#[test]
fn equal_names_can_mean_two_types() {
    // The toys of a search aren't those of a parcel: each is held against its own.
    let page = changed(
        PAGE,
        "`Toy object { toy_id, score, kind }`",
        "`Toy object { toy_id, score, kind, 1 more }`",
    );
    let page = changed(
        &page,
        "  - `score: number`\n",
        "  - `score: number`\n\n  - `name: string`\n",
    );
    assert_eq!(
        short(&audit(&page)),
        ["field | Toy name | /$defs/FoundToy/properties/name"]
    );
}

#[test]
fn equal_names_in_one_section_are_told_apart_by_their_keys() {
    let page = parcel(
        "- `items: array of Toy object { name, kind } or Book object { title, kind }`\n\n\
         \x20 - `Toy object { name, kind }`\n\n    - `name: string`\n\n    - `kind: optional \"toy\"`\n\n\
         \x20 - `Book object { title, kind }`\n\n    - `title: string`\n\n    - `kind: optional \"book\"`\n\n\
         - `within: optional Parcel object { id, size, items }`\n\n  - `id: string`\n\n  - `size: \"small\"`\n\n\
         \x20 - `items: array of Toy object { wheels, kind } or Toy object { name, kind }`\n\n\
         \x20   - `Toy object { wheels, kind }`\n\n      - `wheels: number`\n\n      - `kind: optional \"car\"`\n\n\
         \x20   - `Toy object { name, kind }`\n",
    );
    assert_eq!(
        short(&audit(&page)),
        ["member | Parcel items[] | /$defs/Item/anyOf/-"]
    );
}

#[test]
fn array_of_a_or_b_is_an_array_of_both() {
    let members = "\n  - `Star object { points }`\n\n    - `points: number`\n\n  - `Moon object { phase }`\n\n    - `phase: number`\n";
    let page = returns(&format!("- `items: array of Star or Moon`\n{members}"));
    let items = [
        "member | Parcel items[] | /$defs/Item/anyOf/-",
        "member | Parcel items[] | /$defs/Item/anyOf/-",
    ];
    assert_eq!(short(&audit(&page)), items);
    // Text may come before it.
    let page = returns(&format!(
        "- `note: optional string or array of Star or Moon`\n\n  - `string`\n{members}"
    ));
    assert_eq!(short(&audit(&page)), [""; 0]);
}

#[test]
fn array_of_a_or_b_is_an_array_or_b_where_it_is_listed_so() {
    let page = returns(
        "- `note: optional array of Star or Moon`\n\n  - `array of Star`\n\n    - `points: number`\n\n\
         \x20 - `Moon object { phase }`\n\n    - `phase: number`\n",
    );
    assert_eq!(
        short(&audit(&page)),
        ["member | Parcel note | /$defs/Note/anyOf/-"]
    );
}

#[test]
fn what_nothing_lists_is_read_as_it_fits() {
    // No bullet tells whether text is among the items.
    let page = returns("- `note: optional array of Star or Moon or string`\n");
    assert_eq!(short(&audit(&page)), [""; 0]);
    let page = returns("- `items: array of Toy or Book`\n");
    assert_eq!(short(&audit(&page)), [""; 0]);
    let page = returns("- `id: array of string or number`\n");
    assert_eq!(
        short(&audit(&page)),
        ["type | Parcel id | /$defs/Parcel/properties/id"]
    );
}

#[test]
fn keys_can_be_quoted() {
    let page = returns("- `\"x-route\": optional number`\n\n- `\"x-toll\": optional number`\n");
    assert_eq!(
        short(&audit(&page)),
        [
            "type | Parcel x-route | /$defs/Parcel/properties/x-route",
            "field | Parcel x-toll | /$defs/Parcel/properties/x-toll",
        ]
    );
}

#[test]
fn lists_in_descriptions_are_no_fields() {
    for list in [
        // Text has no fields.
        "  Ways:\n\n  - `fast: string`\n\n  - `slow: string`\n",
        // Right behind a line of the description.
        "  Ways:\n  - `fast: string`\n",
        "  - `fast`: by air\n\n  - slow\n",
        "  - `fast: goes by air`\n",
        "  ```\n  - `fast: string`\n  ```\n",
        // Too far in to belong to anything.
        "      - `fast: string`\n",
    ] {
        let page = returns(&format!("- `x-route: optional string`\n\n{list}\n{REST}"));
        let page = changed(
            &page,
            "note: optional string`",
            "note: optional string or array of Star or Moon`",
        );
        assert_eq!(short(&audit(&page)), [""; 0], "{list}");
        assert_eq!(audit(&page).counts().fields, 2, "{list}");
    }
}

#[test]
fn a_list_before_the_first_field_is_part_of_the_description() {
    let page = returns(
        "- `within: optional Parcel object { id, weight }`\n\n  Where:\n\n  - `inside: string`\n\n\
         \x20 - `id: string`\n\n  - `weight: optional number`\n",
    );
    assert_eq!(short(&audit(&page)), [""; 0]);
}

#[test]
fn a_list_among_values_is_part_of_the_description() {
    let page = returns(
        "- `size: ParcelSize`\n\n  - `\"small\"`\n\n  - `round: string`\n\n  - `\"large\"`\n",
    );
    assert_eq!(short(&audit(&page)), [""; 0]);
}

#[test]
fn words_of_deprecation_must_be_about_the_field() {
    for (prose, expected) in [
        ("Deprecated", true),
        ("Its weight. Deprecated: use a scale", true),
        ("Its weight (deprecated, use a scale)", true),
        ("**Deprecated** in favour of scales", true),
        (
            "Its weight; deprecated scales are ignored. Replaces the deprecated mass",
            false,
        ),
        ("Deprecated parcels have none", false),
    ] {
        let page = returns(&format!("- `weight: optional number`\n\n  {prose}\n"));
        let found = ["deprecated | Parcel weight | /$defs/Parcel/properties/weight"];
        let found = if expected { found.as_slice() } else { &[] };
        assert_eq!(short(&audit(&page)), found, "{prose}");
    }
}

#[test]
fn a_type_can_deprecate_its_fields() {
    let page = returns(
        "- `Parcel object { id, weight }`\n\n  A parcel.\n\n  Args:\n  id (str): Not deprecated\n\
         \x20 weight (Optional[int]): Its weight (deprecated, use a scale)\n\n\
         \x20 - `id: string`\n\n  - `weight: optional number`\n",
    );
    let found = ["deprecated | Parcel weight | /$defs/Parcel/properties/weight"];
    assert_eq!(short(&audit(&page)), found);
}

#[test]
fn a_lost_line_is_known_from_the_head() {
    let page = changed(FLAT, "\"flat\"\n", "\"flat\"\n\"round\"\n");
    assert_eq!(
        short(&audit(&page)),
        ["value | Parcel size | /$defs/Size/enum/-"]
    );
}

#[test]
fn a_lost_line_that_no_head_knows_is_missed() {
    let page = changed(
        FLAT,
        "{ id, items, size, 6 more }\nid",
        "{ id, items, 7 more }\nid",
    );
    assert_eq!(short(&audit(&page)), ["unreadable | Parcel | "]);
}

#[test]
fn the_flat_rendering_shows_formats_and_bounds() {
    let page = changed(FLAT, "formatdate-time", "formatuuid");
    let page = changed(&page, "maximum9", "maximum7");
    assert_eq!(
        short(&audit(&page)),
        [
            "bounds | Search limit | /$defs/Search/properties/limit/maximum",
            "format | Parcel sent_at | /$defs/Parcel/properties/sent_at",
        ]
    );
}

#[test]
fn the_flat_rendering_expands_at_the_first_use_only() {
    // The key behind `within` is the first of `Parcel` again, which was expanded: it is another field.
    let page = changed(
        FLAT,
        "{ id, items, size, 6 more }\nid: string",
        "{ id, within, id, 6 more }\nid: string",
    );
    assert!(audit_with("", &[&page]).is_ok());
    let page = "ModelsExpand Collapse\nParcel = object { id, within, note }\nid: string\n\
        within: optional Parcel { id, within, note }\nnote: optional string\n";
    assert_eq!(
        short(&audit(page)),
        ["wider | Parcel note | /$defs/Parcel/properties/note"]
    );
    let page = "ModelsExpand Collapse\nBook = object { title, pages }\ntitle: string\npages: optional number\n\
        Item = Toy { name } or Book { title, pages }\nOne of the following:\nToy = object { name }\nname: string\n\
        Book = object { title, pages }\n";
    assert_eq!(short(&audit(page)), [""; 0]);
}

#[test]
fn a_flat_page_of_one_endpoint_has_its_details() {
    let page = "Search Toys\nPOST/v1/parcels/search\nBody ParametersJSONExpand Collapse\nquery: string\n\nText\n\n\
        limit: optional number\nwheels: optional number\nReturnsExpand Collapse\n\
        Toy = object { toy_id, score }\ntoy_id: string\nscore: string\n[\n  {\n    \"toy_id\": \"1\",\n    \"score\": 1,\n    \"age\": 3\n  }\n]\n";
    assert_eq!(
        short(&audit(page)),
        [
            "field | Search wheels | /$defs/Search/properties/wheels",
            "type | Toy score | /$defs/FoundToy/properties/score",
            "example | Search Toys example response /0/age | /$defs/FoundToy/properties/age",
        ]
    );
}

#[test]
fn fields_of_no_type_are_missed() {
    let page = changed(FLAT, "6 more }\nid: string", "6 more }\nnumber: string");
    assert_eq!(short(&audit(&page)), ["unreadable | Fields of no type | "]);
}
