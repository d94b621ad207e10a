//! What comes of small schemas, one behaviour each: `tests/fixtures` holds the schemas, `tests/snapshots` the
//! Rust.
//!
//! The text is the generator's own, before `cargo xtask codegen` runs rustfmt over it.

use std::{error::Error, fs, path::Path};

use letta_types_codegen::{GeneratedFile, Source, generate};

type Outcome = Result<(), Box<dyn Error>>;

/// The file of the types.
const TYPES: &str = "src/generated/";
/// The file of constructors, setters and accessors.
const BUILD: &str = "src/generated/build/";
/// The file of the wire tables.
const WIRE: &str = "src/generated/wire/";
/// The file of the tables for arbitrary values.
const ARBITRARY: &str = "src/generated/arbitrary/";

/// What comes of the fixtures, the bundled schema left out.
fn rust_files(names: &[&str]) -> Result<Vec<GeneratedFile>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut texts = Vec::new();
    for name in names {
        texts.push((*name, fs::read_to_string(folder.join(name))?));
    }
    let sources: Vec<_> = texts
        .iter()
        .map(|(name, text)| Source { name, text })
        .collect();
    let mut files = generate(&sources)?.files;
    files.retain(|file| is_rust(&file.path));
    Ok(files)
}

fn is_rust(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|extension| extension == "rs")
}

/// The files one after the other, each under its path.
fn joined<'a>(files: impl Iterator<Item = &'a GeneratedFile>) -> String {
    files
        .map(|file| format!("==> {} <==\n{}", file.path, file.text))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Compares the files in `folders` that come of a fixture with its snapshot.
#[track_caller]
fn locked(fixture: &str, folders: &[&str]) -> Outcome {
    let files = rust_files(&[&format!("{fixture}.json")])?;
    let mut chosen = Vec::new();
    for folder in folders {
        let path = format!("{folder}{}.rs", fixture.replace('-', "_"));
        let file = files.iter().find(|file| file.path == path);
        chosen.push(file.ok_or_else(|| format!("no file {path}"))?);
    }
    insta::assert_snapshot!(fixture, joined(chosen.into_iter()));
    Ok(())
}

#[test]
fn every_form_of_field() -> Outcome {
    locked("field-forms", &[TYPES, BUILD, WIRE, ARBITRARY])
}

#[test]
fn fields_keep_their_order() -> Outcome {
    locked("field-order", &[TYPES, BUILD, WIRE])
}

#[test]
fn fields_named_by_keywords() -> Outcome {
    locked("keyword-fields", &[TYPES, BUILD, WIRE, ARBITRARY])
}

#[test]
fn notes_on_fields() -> Outcome {
    locked("field-notes", &[TYPES])
}

#[test]
fn documented_names() -> Outcome {
    locked("documented-names", &[TYPES])
}

#[test]
fn tags_before_between_and_after_the_fields() -> Outcome {
    locked("tag-position", &[TYPES, WIRE])
}

#[test]
fn former_tag() -> Outcome {
    locked("former-tag", &[TYPES, BUILD, WIRE, ARBITRARY])
}

#[test]
fn union_with_shared_fields() -> Outcome {
    locked("union-shared", &[TYPES, BUILD, WIRE])
}

#[test]
fn union_without_shared_fields() -> Outcome {
    locked("union-unshared", &[TYPES, BUILD, WIRE])
}

#[test]
fn union_with_a_member_without_tag() -> Outcome {
    locked("union-tagless-member", &[TYPES, BUILD, WIRE, ARBITRARY])
}

#[test]
fn union_whose_members_differ_on_a_key() -> Outcome {
    locked("union-differing-keys", &[WIRE])
}

#[test]
fn union_within_a_union() -> Outcome {
    locked("union-nested", &[TYPES, BUILD, WIRE, ARBITRARY])
}

#[test]
fn ordered_union() -> Outcome {
    locked("union-ordered", &[TYPES, WIRE, ARBITRARY])
}

#[test]
fn union_by_json_type() -> Outcome {
    locked("union-by-type", &[TYPES, WIRE, ARBITRARY])
}

#[test]
fn open_enum() -> Outcome {
    locked("open-enum", &[TYPES, WIRE, ARBITRARY])
}

#[test]
fn maps_that_stay_text() -> Outcome {
    locked("raw-text", &[TYPES, BUILD, WIRE, ARBITRARY])
}

#[test]
fn identifiers_and_timestamp() -> Outcome {
    locked("texts", &[TYPES, WIRE, ARBITRARY])
}

#[test]
fn float_excludes_hashing() -> Outcome {
    locked("float", &[TYPES])
}

#[test]
fn float_further_in_excludes_hashing() -> Outcome {
    locked("float-transitive", &[TYPES])
}

#[test]
fn operations() -> Outcome {
    locked("operations", &[TYPES, BUILD, WIRE])
}

#[test]
fn openapi_document() -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let text = fs::read_to_string(folder.join("operations.json"))?;
    let name = "operations.json";
    let files = generate(&[Source { name, text: &text }])?.files;
    let path = "schema/letta-types.openapi.json";
    let file = files.iter().find(|file| file.path == path);
    let file = file.ok_or_else(|| format!("no file {path}"))?;
    // The version of the workspace isn't what this is about.
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(file.text.contains(&version));
    let text = file.text.replace(&version, "\"version\": \"…\"");
    insta::assert_snapshot!("openapi", text);
    Ok(())
}

#[test]
fn files_that_refer_to_each_other() -> Outcome {
    let files = rust_files(&["across-base.json", "across-users.json"])?;
    insta::assert_snapshot!("across", joined(files.iter()));
    Ok(())
}

/// A fixture that no test names would lock nothing.
#[test]
fn every_fixture_is_locked() -> Outcome {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let own = fs::read_to_string(tests.join("generated.rs"))?;
    for entry in fs::read_dir(tests.join("fixtures"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let stem = name.trim_end_matches(".json");
        let named =
            own.contains(&format!("locked(\"{stem}\"")) || own.contains(&format!("\"{name}\""));
        assert!(named, "no test locks {name}");
    }
    Ok(())
}
