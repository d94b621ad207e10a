//! Writes the corpora from the payloads of the tests, and the dictionary from the schema.
//!
//! `cargo run --example seed`, in the folder `fuzz`.

use std::{fmt::Write as _, fs, io, path::Path};

use letta_types_fuzz::{fixtures::PAYLOADS, subject::selector, words::WORDS};
use serde_json::Value;
use support::{
    Fixture, Form, fixtures,
    recorded::Recordings,
    text::{TagPosition, with_tags},
};

/// Longer payloads are left out: the fuzzer would never get through them.
const LONGEST: usize = 8000;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::write(folder.join("json.dict"), dictionary())?;

    let recordings = Recordings::kept();
    let recorded = recordings.all().flat_map(|recording| recording.values);
    let seeds: Vec<Vec<u8>> = fixtures::all()
        .into_iter()
        .chain(recorded)
        .flat_map(|fixture| seeds_of(&fixture))
        .collect();
    for target in ["any_bytes", "round_trip", "differential"] {
        write_all(&folder.join("corpus").join(target), &seeds)?;
    }
    let choices: Vec<Vec<u8>> = (0..=u8::try_from(PAYLOADS.len()).unwrap_or(u8::MAX))
        .map(|choice| [[choice].as_slice(), &[0xff; 15]].concat())
        .collect();
    write_all(&folder.join("corpus/structured"), &choices)
}

fn write_all(folder: &Path, seeds: &[Vec<u8>]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (index, seed) in seeds.iter().enumerate() {
        fs::write(folder.join(format!("seed-{index:04}")), seed)?;
    }
    println!("{}: {} seeds", folder.display(), seeds.len());
    Ok(())
}

/// A payload with its tags at either end; of a long list, the elements.
fn seeds_of(fixture: &Fixture) -> Vec<Vec<u8>> {
    let value = fixture.json();
    let (form, values) = match value {
        Value::Array(elements) if fixture.form == Form::List && fixture.text.len() > 3000 => {
            (Form::One, elements)
        }
        other => (fixture.form, vec![other]),
    };
    let Some(selector) = selector(form, fixture.type_name) else {
        return Vec::new();
    };
    values
        .iter()
        .flat_map(|value| [TagPosition::First, TagPosition::Last].map(|end| with_tags(value, end)))
        .filter(|text| text.len() < LONGEST)
        .map(|text| [[selector].as_slice(), text.as_bytes()].concat())
        .collect()
}

/// Keys with their colon, texts in their quotes, and what else JSON has.
fn dictionary() -> String {
    let mut text = String::from("# Written by `cargo run --example seed` from the schema.\n");
    for word in WORDS.iter() {
        let _ = writeln!(text, r#""\"{word}\"""#);
    }
    for token in [
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "12.0",
        "12.5",
        "-0",
        "1e3",
        "9007199254740993",
        "9223372036854775808",
        "1e400",
        r#"\"\""#,
        r"\\u0000",
        r"\\ud83d",
    ] {
        let _ = writeln!(text, "\"{token}\"");
    }
    text
}
