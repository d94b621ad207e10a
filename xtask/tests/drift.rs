//! What a shell and a program see of `cargo xtask drift`.

use std::process::{Command, Output};

/// Says less than the schema's sources: OpenAPI can't say all.
const GENERATED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../letta-types/schema/letta-types.openapi.json"
);

fn drift(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = command.arg("drift").args(args).output();
    output.expect("the program runs")
}

#[test]
fn findings_are_status_1() {
    let output = drift(&[GENERATED]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("schema  schema/"), "{text}");
    assert!(
        !text.contains('\u{1b}'),
        "colours are for terminals: {text}"
    );
}

#[test]
fn a_program_reads_json() {
    let output = drift(&[GENERATED, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    assert_eq!(report["counts"]["findings"], findings.len());
}

#[test]
fn unusable_input_is_status_2() {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/steps.json");
    for (name, problem) in [
        ("no/such.json", "No such file"),
        (
            concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
            "not JSON",
        ),
        (schema, "it has no `openapi`"),
    ] {
        // One that can be used beside it changes nothing.
        let output = drift(&[GENERATED, name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(output.stdout.is_empty(), "{name}");
        let error = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(error.starts_with(name), "{error}");
        assert!(
            error.contains(problem) && error.contains("\n  remedy: "),
            "{error}"
        );
    }
}
