//! `cargo xtask validate`, run as people run it.

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use serde_json::Value;
use support::{
    Form, fixtures, operations,
    recorded::{Recording, Recordings},
};

/// Runs the verb in a folder, with some text as its standard input.
fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let child = started(folder, arguments, input);
    child.wait_with_output().expect("xtask ends")
}

fn started(folder: &Path, arguments: &[&str], input: &str) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("validate")
        .args(arguments)
        .current_dir(folder)
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xtask starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    stdin.write_all(input.as_bytes()).expect("it is read");
    child
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// What is told, and the exit status.
fn told_with(arguments: &[&str], input: &str) -> String {
    let output = run(&folder(), arguments, input);
    let text = |bytes| String::from_utf8(bytes).expect("what is told is UTF-8");
    format!(
        "{}{}exit status: {}",
        text(output.stdout),
        text(output.stderr),
        output.status.code().expect("no signal ended it")
    )
}

fn told(arguments: &[&str]) -> String {
    told_with(arguments, "")
}

#[test]
fn a_clean_body() {
    insta::assert_snapshot!(told(&["steps.json"]));
}

#[test]
fn unknown_things() {
    insta::assert_snapshot!(told(&["unknown.json"]));
}

#[test]
fn a_wrong_body() {
    insta::assert_snapshot!(told(&["wrong.json"]));
}

#[test]
fn a_body_of_another_type() {
    insta::assert_snapshot!(told_with(
        &["--as", "Step"],
        r#"{"detail": "Step not found"}"#
    ));
}

#[test]
fn a_number_with_too_many_digits() {
    insta::assert_snapshot!(told(&["digits.json"]));
}

#[test]
fn an_unknown_type_name() {
    insta::assert_snapshot!(told(&["--as", "Vec<LetaMessage>", "unknown.json"]));
}

#[test]
fn no_json() {
    insta::assert_snapshot!(told(&["truncated.json", "gateway.html"]));
}

#[test]
fn standard_input() {
    let input = r#"{"query": "rain", "limit": 500, "search_mode": "fts"}"#;
    insta::assert_snapshot!(told_with(&[], input));
}

#[test]
fn several_files() {
    insta::assert_snapshot!(told(&["steps.json", "unknown.json", "missing.json", "."]));
}

#[test]
fn a_body_among_other_things() {
    insta::assert_snapshot!(told(&["sent.json"]));
}

#[test]
fn a_body_within_a_file() {
    insta::assert_snapshot!(told(&["--at", "/messages", "sent.json", "steps.json"]));
}

#[test]
fn a_stream() {
    insta::assert_snapshot!(told(&["stream.sse"]));
}

#[test]
fn the_lines_of_a_stream() {
    insta::assert_snapshot!(told(&["--lines", "--as", "LettaMessage", "stream.sse"]));
}

#[test]
fn an_input_without_a_body_is_unusable() {
    let stream = ": ping\n\nevent: done\nid: 7\ndata: [DONE]\n";
    for (arguments, input, problem) in [
        (&["--lines"][..], "", "standard input: empty"),
        (&["--lines"], "\n \n", "standard input: empty"),
        (&[], " \n", "standard input: empty"),
        (
            &["--lines"],
            stream,
            "standard input: no line of it holds a body",
        ),
        (
            &["--lines", "--at", "/messages"],
            "{\"messages\": []}\n{}\n",
            "standard input#/messages:2: there is no such value",
        ),
        // An index has one spelling.
        (
            &["--at", "/messages/00"],
            "{\"messages\": [{}]}",
            "standard input#/messages/00: there is no such value",
        ),
    ] {
        let told = told_with(arguments, input);
        assert!(told.lines().any(|line| line == problem), "{told}");
        assert!(told.contains(", 1 unusable;"), "{told}");
        assert!(told.ends_with("exit status: 2"), "{told}");
    }
    let arguments = ["--lines", "--at", "/messages", "--format", "json"];
    let output = run(&folder(), &arguments, "\n{}\n");
    let told: Value = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    assert_eq!(told["bodies"][0]["line"], 2);
}

/// The report of the only body, for programs.
fn told_of_one(arguments: &[&str], input: &str) -> Value {
    let arguments = [&["--format", "json"], arguments].concat();
    let output = run(&folder(), &arguments, input);
    let told: Value = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    told["bodies"][0].clone()
}

/// Places are those of the file, for people and for programs, wherever in it the body begins.
#[test]
fn a_wrong_value_has_its_place_in_the_file() {
    let step = r#"{"id": 5}"#;
    for (arguments, input) in [
        // Behind other lines, and behind other values in its line.
        (
            &["--at", "/steps/1"][..],
            format!("{{\n  \"steps\": [\n    {{}}, {step}\n  ]\n}}\n"),
        ),
        (&["--at", "/steps/0"], format!("{{\"steps\": [{step}]}}")),
        (
            &["--at", "/steps/0"],
            "{\n  \"steps\": [\n    {\n      \"id\":   5\n    }]}".to_owned(),
        ),
        (&["--lines"], format!("event: step\ndata: {step}\n")),
        (
            &["--lines", "--at", "/step"],
            format!(": ping\n\ndata: {{\"step\": {step}}}\n"),
        ),
    ] {
        let (before, _) = input.split_once('5').expect("the wrong value");
        let line = before.lines().count();
        let column = before.lines().next_back().map_or(0, str::len) + 1;
        let arguments = [&["--as", "Step"], arguments].concat();
        let told = told_with(&arguments, &input);
        assert!(
            told.contains(&format!(":{line}:{column}]")),
            "{input} {told}"
        );
        let error = &told_of_one(&arguments, &input)["error"];
        assert_eq!(
            (&error["line"], &error["column"]),
            (&line.into(), &column.into()),
            "{input}"
        );
        assert_eq!(error["pointer"], "/id");
    }
}

#[test]
fn a_byte_that_is_no_text_has_its_place() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("validate-no-text.json");
    fs::write(&path, b"{\n  \"id\": \xff}").expect("a file can be written");
    let told = told(&[path.to_str().expect("the path is UTF-8")]);
    assert!(
        told.contains(": invalid UTF-8, line 2 column 9\n  remedy: "),
        "{told}"
    );
}

#[test]
fn what_is_nearly_json_is_told_what_to_do() {
    for (input, help) in [
        (
            "\u{feff}{}",
            "the text begins with a byte order mark: remove it",
        ),
        (
            "{}\n\n{}\n",
            "several bodies, one on each line: `--lines` reads each",
        ),
    ] {
        let told = told_with(&[], input);
        assert!(told.contains(&format!("help: {help}")), "{told}");
    }
}

/// Of a union without tags it is the nearer arm that the schema is held to.
#[test]
fn what_the_schema_refuses_is_said_of_the_likely_arm() {
    // A call would lack two more fields; a portion of one needn't have them.
    let body = r#"{"id": "message-1", "date": "", "tool_call": {"name": 5}}"#;
    let told = told_of_one(&["--as", "ToolCallMessage"], body);
    let violations = told["schema"]["violations"].as_array().expect("a list");
    let [violation] = violations.as_slice() else {
        panic!("{told}");
    };
    assert_eq!(violation["pointer"], "/tool_call/name");
    assert_eq!(violation["keyword"], "type");
}

/// Of two types that declare as much of a body and read none of it, it is the one with fewer wrong values.
#[test]
fn a_wrong_body_is_of_the_type_that_it_fits_better() {
    // Two fields of each are foreign to the other, and `name` is wrong for both; the content is a list of parts for one alone.
    let body = r#"{"message_type": "system_message", "id": "message-1", "date": "", "content": [],
        "role": "system", "created_at": "", "name": 5}"#;
    let told = told_of_one(&[], body);
    assert_eq!(told["type"], "InternalMessage");
    assert_eq!(told["also"], serde_json::json!([]));
}

#[test]
fn a_person_is_shown_some_of_what_is_unknown() {
    let fields: Vec<String> = (0..25).map(|index| format!("\"new_{index}\": 0")).collect();
    let body = format!("{{\"id\": \"step-1\", {}}}", fields.join(", "));
    let told = told_with(&["--as", "Step"], &body);
    assert!(told.contains("/new_19"), "{told}");
    assert!(!told.contains("/new_20"), "{told}");
    assert!(told.contains("… and 5 more"), "{told}");
}

#[test]
fn a_reader_who_has_gone_is_no_failure() {
    for (arguments, status) in [
        (&["steps.json"][..], 0),
        (&["--format", "json", "steps.json"], 0),
        (&["unknown.json", "steps.json"], 1),
    ] {
        let mut child = started(&folder(), arguments, "");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("xtask ends");
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
fn bodies_that_could_be_several_types() {
    let bodies = ["[]", "null", "{}", r#"{"id": "step-1"}"#];
    insta::assert_snapshot!(bodies.map(|body| told_with(&[], body)).join("\n\n"));
}

#[test]
fn bodies_of_no_type() {
    insta::assert_snapshot!(told_with(
        &["--lines"],
        "17\n\"text\"\n{\"mood\": 5}\n[1]\n"
    ));
}

#[test]
fn for_programs() {
    let arguments = [
        "--format",
        "json",
        "unknown.json",
        "wrong.json",
        "truncated.json",
    ];
    insta::assert_snapshot!(told(&arguments));
}

#[test]
fn types_go_by_several_names() {
    for (name, body, found) in [
        ("Vec<Step>", "[]", "Vec<Step>"),
        ("[ Step ]", "[]", "Vec<Step>"),
        ("Option<ProviderTrace>", "null", "Option<ProviderTrace>"),
        (
            "ToolCall",
            r#"{"name": "a", "arguments": "", "tool_call_id": "b"}"#,
            "ToolCall",
        ),
        ("StopReasonType", r#""end_turn""#, "StopReasonType"),
        ("ListSteps", "[]", "Vec<Step>"),
        ("retrieve_trace_for_step", "null", "Option<ProviderTrace>"),
        // As OpenAPI calls it.
        ("HTTPValidationError", r#"{"detail": "a"}"#, "ApiError"),
    ] {
        let told = told_with(&["--as", name], body);
        assert!(
            told.starts_with(&format!("standard input: {found}\n")),
            "{told}"
        );
        assert!(told.ends_with("exit status: 0"), "{told}");
    }
}

#[test]
fn former_tags_are_no_finding() {
    for file in ["former-summary.json", "former-event.json"] {
        let body = fixtures::text(&format!("messages/{file}"));
        let told = told_with(&[], &body);
        assert!(told.starts_with("standard input: LettaMessage\n"), "{told}");
        assert!(told.ends_with("exit status: 0"), "{told}");
    }
    // The tag tells the arm all the same: what is wrong is said of that arm.
    let body = r#"{"message_type": "summary", "id": "message-1", "date": "", "summary": 5}"#;
    let told = told_with(&[], body);
    assert!(
        told.contains("/summary: the value is not of type"),
        "{told}"
    );
}

#[test]
fn the_spelling_of_a_number_is_no_loss() {
    let body = r#"{"id": "step-1", "total_tokens": 12.0, "error_data": {"a": 1e3, "b": -0.0, "c": 5e-324,
        "d": 1.7976931348623157e308, "e": 18446744073709551615}}"#;
    let told = told_with(&["--as", "Step"], body);
    assert!(told.contains("lost     nothing"), "{told}");
    assert!(told.ends_with("exit status: 0"), "{told}");
}

#[test]
fn what_could_move_a_cursor_is_not_shown() {
    let body = "{\"id\": \"step-1\", \"a\\u001b[31m\": \"\u{7f}\u{202e}\", \"total_tokens\": \"\u{9b}2J\"}";
    let told = told_with(&["--as", "Step"], body);
    let shown = |text: &str| {
        text.chars()
            .any(|c| c.is_control() && c != '\n' || c == '\u{202e}')
    };
    assert!(!shown(&told), "{told:?}");
    assert!(told.contains("a�[31m"), "{told}");
}

/// What is told of each file, by its name.
fn told_of(folder: &Path, arguments: &[&str], files: &[&str]) -> BTreeMap<String, Vec<Value>> {
    let arguments = [&["--format", "json"], arguments, files].concat();
    let output = run(folder, &arguments, "");
    let told: Value = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    let mut by_file = BTreeMap::<String, Vec<Value>>::new();
    for report in told["bodies"].as_array().expect("a list of bodies") {
        let file = report["file"].as_str().expect("the name of the file");
        by_file
            .entry(file.to_owned())
            .or_default()
            .push(report.clone());
    }
    by_file
}

fn name(form: Form, type_name: &str) -> String {
    match form {
        Form::One => type_name.to_owned(),
        Form::Optional => format!("Option<{type_name}>"),
        Form::List => format!("Vec<{type_name}>"),
    }
}

fn is_part_of(told: &Value, operation: &str, part: &str) -> bool {
    let uses = told["operations"].as_array().expect("a list of operations");
    let is_that = |one: &Value| one["operation"] == operation && one["part"] == part;
    uses.iter().any(is_that)
}

fn is_one_of(list: &Value, name: &str) -> bool {
    let list = list.as_array().expect("a list of types");
    list.iter().any(|other| other == name)
}

/// The type of each body is known by the request that it answers; it must be found without that.
fn assert_found(recordings: &Recordings) {
    let all: Vec<Recording> = recordings.all().collect();
    let is_part = |one: &Recording| one.values.iter().any(|value| value.path != one.file);
    let is_stream = |one: &Recording| {
        Path::new(&one.file)
            .extension()
            .is_some_and(|own| own == "sse")
    };
    let names = |which: &dyn Fn(&Recording) -> bool| -> Vec<&str> {
        all.iter()
            .filter(|one| which(one))
            .map(|one| one.file.as_str())
            .collect()
    };
    let folder = recordings.folder();
    let whole = told_of(folder, &[], &names(&|one| !is_part(one) && !is_stream(one)));
    let parts = told_of(
        folder,
        &["--at", "/messages"],
        &names(&|one| is_part(one) && !is_stream(one)),
    );
    let streams = told_of(
        folder,
        &["--lines", "--as", "LettaMessage"],
        &names(&is_stream),
    );

    for recording in all.iter().filter(|one| !is_stream(one)) {
        let [value] = recording.values.as_slice() else {
            panic!("{}: one body", recording.file);
        };
        let file = value.path.as_str();
        let told = &whole.get(file).or_else(|| parts.get(file)).expect(file)[0];
        assert_eq!(told["verdict"], "clean", "{file}: {told}");
        let body = value.json();
        let expected = match value.form {
            Form::Optional if !body.is_null() => value.type_name.to_owned(),
            form => name(form, value.type_name),
        };
        if told["type"] == expected {
            if let Some(operation) = operations::name(&recording.method, &recording.path) {
                let part = if recording.status == 200 {
                    "response"
                } else {
                    "failure"
                };
                assert!(is_part_of(told, operation, part), "{file}: {told}");
            }
            continue;
        }
        let is_empty = body.is_null() || body.as_array().is_some_and(Vec::is_empty);
        if is_empty {
            assert!(is_one_of(&told["also"], &expected), "{file}: {told}");
        } else {
            // That server sent listed messages where results of a search are documented.
            assert!(
                file.starts_with("v0.15.1-messages-search/"),
                "{file}: {told}"
            );
            assert_eq!(told["type"], "Vec<LettaMessage>", "{file}: {told}");
            assert!(is_one_of(&told["within"], &expected), "{file}: {told}");
        }
    }
    for recording in all.iter().filter(|one| is_stream(one)) {
        let told = &streams[&recording.file];
        assert_eq!(told.len(), recording.values.len(), "{}", recording.file);
        for report in told {
            assert_eq!(report["reads"], true, "{report}");
            assert_eq!(report["written"]["lost"], serde_json::json!([]), "{report}");
        }
    }
}

#[test]
fn every_kept_recording_is_found_out() {
    assert_found(&Recordings::kept());
}

#[test]
#[ignore = "reads the folder that LETTA_RECORDINGS names"]
fn every_recording_elsewhere_is_found_out() {
    assert_found(&Recordings::elsewhere());
}

/// Anything can be handed over: what isn't JSON has exit status 2, and nothing panics.
#[test]
fn broken_bytes_are_reported() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("validate-broken");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let body = fixtures::text("messages/tool-return-parts.json");
    let body = body.into_bytes();
    let mut broken: Vec<Vec<u8>> = (0..40)
        .map(|part| body[..body.len() * part / 41].to_vec())
        .collect();
    // Any byte that isn't UTF-8, anywhere.
    broken.extend((0..40).map(|part| {
        let mut bytes = body.clone();
        bytes[body.len() * part / 41] = 0xff;
        bytes
    }));
    broken.push(b"\xef\xbb\xbf{}".to_vec());
    broken.push(b"{\"id\": \"\x00\"}".to_vec());
    broken.push("[".repeat(100_000).into_bytes());
    let names: Vec<String> = (0..broken.len())
        .map(|index| format!("{index}.json"))
        .collect();
    for (name, bytes) in names.iter().zip(&broken) {
        fs::write(folder.join(name), bytes).expect("a file can be written");
    }
    let files: Vec<&str> = names.iter().map(String::as_str).collect();
    let output = run(&folder, &files, "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    for (file, told) in told_of(&folder, &[], &files) {
        assert_eq!(told[0]["verdict"], "unusable", "{file}: {}", told[0]);
    }
}

/// JSON that no reader of ours takes is a finding, with the place.
#[test]
fn json_that_nobody_reads_is_a_finding() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for (body, message) in [
        (deep.as_str(), "recursion limit exceeded"),
        (r#"{"id": "step-\ud83d"}"#, "unexpected end of hex escape"),
        (
            r#"{"id": "step-1", "error_data": {"a": 1e999}}"#,
            "number out of range",
        ),
        (
            r#"{"id": "step-1", "id": "step-1"}"#,
            "duplicate field `id`",
        ),
    ] {
        let told = told_with(&[], body);
        assert!(told.contains(&format!("× {message}")), "{told}");
        assert!(told.ends_with("exit status: 1"), "{told}");
    }
}
