//! Whole pages.

use super::*;

#[test]
fn a_page_that_agrees_is_clean() {
    let report = audit(PAGE);
    assert_eq!(short(&report), [""; 0], "{}", report.text(true));
    let counts = report.counts();
    assert_eq!(
        (counts.operations, counts.parameters, counts.examples),
        (3, 3, 3)
    );
    // All but `van`.
    assert_eq!((counts.types, counts.fields), (12, 23));
    assert_eq!((counts.values, counts.members), (9, 6));
    assert_eq!(counts.not_covered, 0);
}

#[test]
fn the_flat_rendering_says_the_same() {
    let report = audit(FLAT);
    assert_eq!(short(&report), [""; 0], "{}", report.text(true));
    let counts = report.counts();
    assert_eq!((counts.operations, counts.types), (2, 11));
    assert_eq!((counts.fields, counts.values, counts.members), (20, 8, 6));
}

#[test]
fn both_together_count_once() {
    let report = audit_with("", &[PAGE, FLAT]).expect("pages");
    assert_eq!(short(&report), [""; 0]);
    assert_eq!(report.counts().fields, audit(PAGE).counts().fields);
}

#[test]
fn what_the_schema_has_beyond_the_page_is_a_note() {
    let page = changed(
        PAGE,
        "- `limit: optional number`\n\n  How many at most\n\n",
        "",
    );
    let report = audit(&page);
    assert_eq!(short(&report), [""; 0]);
    let text = report.text(true);
    assert!(
        text.contains("parameter `limit` isn't in the document"),
        "{text}"
    );
    assert!(!report.text(false).contains("`limit`"));
}

#[test]
fn other_resources_are_listed() {
    let page = "# Vans\n\n## List Vans\n\n**get** `/v1/vans/`\n\n### Query Parameters\n\n\
        - `model: optional VanModel`\n\n  - `\"old\"`\n\n### Returns\n\n\
        - `Van object { id, wheels }`\n\n  - `id: string`\n\n  - `wheels: array of Wheel`\n\n\
        ## Domain Types\n\n### Garage\n\n- `Garage object { doors }`\n\n  - `doors: number`\n";
    let report = audit(page);
    assert_eq!(short(&report), [""; 0]);
    let text = report.text(false);
    for name in ["GET /v1/vans/", "VanModel", "Van ", "Wheel", "Garage"] {
        assert!(text.contains(&format!("  {name}")), "{name}: {text}");
    }
    assert_eq!(report.counts().not_covered, 5);
}

#[test]
fn another_type_of_a_known_name_is_not_covered() {
    let page = format!(
        "{PAGE}\n### Parcel\n\n- `Parcel object {{ latitude, longitude }}`\n\n  - `latitude: number`\n\n  - `longitude: number`\n"
    );
    let report = audit(&page);
    assert_eq!(short(&report), [""; 0]);
    assert_eq!(report.counts().not_covered, 1);
}

#[test]
fn what_is_no_page_is_an_error() {
    for text in [
        "",
        "# Parcels\n\nNothing here.\n",
        "\u{0}\u{1}\u{2}",
        "{\"openapi\": \"3.1.0\"}",
    ] {
        let error = audit_with("", &[text]).err().unwrap_or_default();
        assert!(error.starts_with("page: line"), "{text:?}: {error}");
        assert!(error.contains("remedy"), "{text:?}: {error}");
    }
}

#[test]
fn a_part_of_a_page_is_never_taken_for_the_whole() {
    let (ours, none, bodies) = (schema(), Explained::default(), bodies());
    for page in [PAGE, FLAT] {
        let lines: Vec<_> = page.lines().collect();
        let whole = audit(page).counts();
        for end in 0..lines.len() {
            let text = lines[..end].join("\n");
            let Ok(report) = against(&ours, &none, &bodies, &[(String::new(), text)]) else {
                continue;
            };
            // A page needn't describe types by themselves: without all of that section it is one, too.
            if lines
                .get(end..end + 2)
                .is_some_and(|rest| rest.contains(&"## Domain Types"))
            {
                continue;
            }
            assert!(
                !report.findings.is_empty() || report.counts() != whole,
                "nothing is missed of what comes behind line {end}"
            );
        }
    }
}

#[test]
fn code_whose_fence_is_lost_is_missed() {
    let lines: Vec<_> = PAGE.lines().collect();
    let fences = lines.iter().enumerate();
    let fences = fences.filter(|(_, line)| line.starts_with("```"));
    let fences: Vec<_> = fences.map(|(index, _)| index).collect();
    assert_eq!(fences.len(), 8);
    for lost in fences {
        let rest = lines.iter().enumerate().filter(|(index, _)| *index != lost);
        let rest: Vec<_> = rest.map(|(_, line)| *line).collect();
        let found = short(&audit(&rest.join("\n")));
        let line = lost + 1;
        assert!(
            found.iter().any(|own| own == "unreadable | The page | "),
            "line {line}: {found:?}"
        );
    }
}

#[test]
fn pages_with_lines_missing_are_read_all_the_same() {
    let (ours, none, bodies) = (schema(), Explained::default(), bodies());
    for page in [PAGE, FLAT] {
        let lines: Vec<_> = page.lines().collect();
        for index in 0..lines.len() {
            let one = lines.iter().enumerate().filter(|(own, _)| *own != index);
            let one: Vec<_> = one.map(|(_, line)| *line).collect();
            // Whatever comes of it, it comes.
            let _ = against(&ours, &none, &bodies, &[(String::new(), one.join("\n"))]);
        }
        // A linear congruential generator: the same pages each time.
        let mut state: u32 = 1;
        for _ in 0..300 {
            let kept = lines.iter().filter(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 29 != 0
            });
            let kept: Vec<_> = kept.copied().collect();
            let _ = against(&ours, &none, &bodies, &[(String::new(), kept.join("\n"))]);
        }
    }
}

#[test]
fn a_lost_field_is_missed() {
    let page = changed(
        PAGE,
        "    - `name: string`\n\n    - `kind: optional \"toy\"`\n\n      - `\"toy\"`\n",
        "    - `name: string`\n",
    );
    assert_eq!(short(&audit(&page)), ["unreadable | List Parcels | "]);
}
