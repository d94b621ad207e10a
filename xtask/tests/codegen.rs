//! `cargo xtask codegen`, run over a copy of what it reads and writes.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const CHANGED: &str = "letta-types/src/generated/steps.rs";
const MISSING: &str = "letta-types/src/generated/wire/steps.rs";
const ADDED: &str = "letta-types/src/generated/nobody.rs";

/// A copy of the schema and of what is generated from it, laid out as in the repository.
struct Copy(PathBuf);

impl Copy {
    fn of_the_repository(name: &str) -> Self {
        let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if copy.exists() {
            fs::remove_dir_all(&copy).expect("an older copy can be removed");
        }
        for folder in ["schema", "letta-types/schema", "letta-types/src/generated"] {
            copy_all(&repository().join(folder), &copy.join(folder));
        }
        Self(copy)
    }

    /// A copy in which one generated file differs, one is missing, and one is nobody's.
    fn out_of_date(name: &str) -> Self {
        let copy = Self::of_the_repository(name);
        let text = copy.text(CHANGED).expect("a generated file");
        fs::write(copy.0.join(CHANGED), format!("// By hand.\n{text}")).expect("written");
        fs::remove_file(copy.0.join(MISSING)).expect("a generated file");
        fs::write(copy.0.join(ADDED), "").expect("written");
        copy
    }

    fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.0.join(path)).ok()
    }

    /// What `codegen` tells, on both streams, and its exit status.
    fn codegen(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let output = self.command(arguments).output().expect("xtask runs");
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8(told).expect("what is told is UTF-8");
        (told, output.status.code())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg("codegen").args(arguments);
        // As cargo says where the package is.
        command.env("CARGO_MANIFEST_DIR", self.0.join("xtask"));
        for name in ["CLICOLOR_FORCE", "NO_COLOR"] {
            command.env_remove(name);
        }
        command
    }

    /// Whether the generated files are those of the repository, and there are no others.
    fn is_fresh(&self) -> bool {
        let folders = ["letta-types/schema", "letta-types/src/generated"];
        folders.iter().all(|folder| {
            texts(&self.0.join(folder), Path::new(""))
                == texts(&repository().join(folder), Path::new(""))
        })
    }

    /// Whether nothing was mended.
    fn is_out_of_date(&self) -> bool {
        let changed = self.text(CHANGED).unwrap_or_default();
        changed.starts_with("// By hand.")
            && self.text(MISSING).is_none()
            && self.text(ADDED).is_some()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // It is made anew in the next run, whatever is left of it.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn repository() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().expect("the package is in the repository")
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for (path, text) in texts(from, Path::new("")) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
}

/// The files below a folder, by their path in it.
fn texts(folder: &Path, within: &Path) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder.join(within)).expect("a folder");
    let mut all: Vec<_> = entries
        .flat_map(|entry| {
            let path = within.join(entry.expect("an entry").file_name());
            match fs::read_to_string(folder.join(&path)) {
                Ok(text) => vec![(path, text)],
                Err(_) => texts(folder, &path),
            }
        })
        .collect();
    all.sort();
    all
}

#[test]
fn a_fresh_copy_passes_and_stays_as_it_is() {
    let copy = Copy::of_the_repository("codegen-fresh");
    for arguments in [&["--check"][..], &["--dry-run"], &[]] {
        let (told, status) = copy.codegen(arguments);
        assert_eq!(status, Some(0), "{arguments:?}: {told}");
        assert!(told.contains("; 0 of the files "), "{arguments:?}: {told}");
        assert!(copy.is_fresh(), "{arguments:?}");
    }
}

#[test]
fn files_that_are_not_what_the_schema_makes_fail_the_check() {
    let copy = Copy::out_of_date("codegen-check");
    let (told, status) = copy.codegen(&["--check"]);
    assert_eq!(status, Some(1), "{told}");
    for line in [
        &format!("differs  {CHANGED}"),
        "  -// By hand.",
        &format!("new      {MISSING}"),
        &format!("stale    {ADDED}"),
        "the generated files aren't what the schema makes of them: run `cargo xtask codegen`",
    ] {
        assert!(told.lines().any(|own| own == line), "{line}: {told}");
    }
    assert!(copy.is_out_of_date(), "a check writes nothing");
}

#[test]
fn a_dry_run_lists_what_would_change() {
    let copy = Copy::out_of_date("codegen-dry-run");
    let (told, status) = copy.codegen(&["--dry-run"]);
    assert_eq!(status, Some(0), "{told}");
    let lines: Vec<_> = told.lines().collect();
    let titles = [
        format!("differs  {CHANGED}"),
        format!("new      {MISSING}"),
        format!("stale    {ADDED}"),
    ];
    assert_eq!(
        lines.get(..3),
        Some(&titles.each_ref().map(String::as_str)[..]),
        "{told}"
    );
    assert!(told.contains("; 3 of the files would change"), "{told}");
    assert!(copy.is_out_of_date(), "a dry run writes nothing");
}

#[test]
fn what_is_out_of_date_is_brought_up_to_date() {
    let copy = Copy::out_of_date("codegen-write");
    let (told, status) = copy.codegen(&[]);
    assert_eq!(status, Some(0), "{told}");
    assert!(told.contains("; 3 of the files changed"), "{told}");
    assert!(copy.is_fresh());
    assert_eq!(copy.codegen(&["--check"]).1, Some(0));
}

#[test]
fn a_schema_that_is_refused_changes_nothing() {
    let copy = Copy::out_of_date("codegen-refused");
    let path = copy.0.join("schema/steps.json");
    let text = fs::read_to_string(&path).expect("a schema file");
    fs::write(&path, text.replacen("\"type\"", "\"tpye\"", 1)).expect("written");
    let (told, status) = copy.codegen(&[]);
    assert_eq!(status, Some(2), "{told}");
    assert!(told.starts_with("schema/steps.json#/"), "{told}");
    assert!(told.contains("\n  remedy: "), "{told}");
    assert!(copy.is_out_of_date());

    fs::write(copy.0.join("schema/more.json"), "{}").expect("written");
    fs::write(&path, text).expect("written");
    let (told, status) = copy.codegen(&["--check"]);
    assert_eq!(status, Some(2), "{told}");
    assert!(
        told.starts_with("schema/more.json: not in the list"),
        "{told}"
    );
}

#[test]
fn what_is_in_the_way_is_named() {
    let copy = Copy::out_of_date("codegen-in-the-way");
    let part = format!("{CHANGED}.part");
    fs::create_dir(copy.0.join(&part)).expect("a folder can be made");
    let (told, status) = copy.codegen(&[]);
    assert_eq!(status, Some(2), "{told}");
    assert!(told.starts_with(&format!("{part}: ")), "{told}");
    assert!(told.contains("\n  remedy: "), "{told}");
    assert!(
        copy.text(CHANGED)
            .unwrap_or_default()
            .starts_with("// By hand.")
    );

    let source = "schema/steps.json";
    fs::remove_file(copy.0.join(source)).expect("a schema file");
    let (told, status) = copy.codegen(&["--check"]);
    assert_eq!(status, Some(2), "{told}");
    assert!(told.starts_with(&format!("{source}: ")), "{told}");
    assert!(told.ends_with("\n  remedy: restore the file\n"), "{told}");
}

#[test]
fn colours_are_as_the_environment_wants_them() {
    let copy = Copy::out_of_date("codegen-colours");
    for (variables, is_coloured) in [
        (&[][..], false),
        (&["CLICOLOR_FORCE"], true),
        (&["CLICOLOR_FORCE", "NO_COLOR"], false),
    ] {
        let mut command = copy.command(&["--check"]);
        command.envs(variables.iter().map(|name| (name, "1")));
        let told = command.output().expect("xtask runs").stderr;
        assert_eq!(told.contains(&0x1b), is_coloured, "{variables:?}");
    }
}

#[test]
fn a_reader_who_has_gone_is_no_failure() {
    let copy = Copy::out_of_date("codegen-gone");
    let mut command = copy.command(&["--dry-run"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("xtask starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("xtask ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
