//! The tasks of the repository: `cargo xtask <verb>`.

#[cfg(feature = "types")]
mod audit;
#[cfg(feature = "types")]
mod bench;
mod codegen;
#[cfg(feature = "types")]
mod compare;
#[cfg(feature = "types")]
mod drift;
mod files;
mod output;
mod rustfmt;
mod sources;
#[cfg(feature = "types")]
mod validate;

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

/// The tasks of the repository.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Compare the API reference with the schema.
    #[cfg(feature = "types")]
    Audit(audit::Args),

    /// Measure what letta-types costs beside other ways to do the same.
    #[cfg(feature = "types")]
    Bench(bench::Args),

    /// Compile the schema into the source of letta-types.
    Codegen(codegen::Args),

    /// Compare an OpenAPI document with the schema.
    #[cfg(feature = "types")]
    Drift(drift::Args),

    /// Tell what JSON bodies are, what is unknown in them, and that nothing of them is lost.
    #[cfg(feature = "types")]
    Validate(validate::Args),
}

fn main() -> ExitCode {
    match Cli::parse().verb {
        #[cfg(feature = "types")]
        Verb::Audit(args) => audit::run(&args),
        #[cfg(feature = "types")]
        Verb::Bench(args) => bench::run(&args),
        Verb::Codegen(args) => codegen::run(&args),
        #[cfg(feature = "types")]
        Verb::Drift(args) => drift::run(&args),
        #[cfg(feature = "types")]
        Verb::Validate(args) => validate::run(&args),
    }
}

/// The repository's root, whichever of its folders the task was called from.
fn root() -> PathBuf {
    // Cargo says it anew in each run: several copies of the repository may share what was compiled in one of them.
    let package = env::var_os("CARGO_MANIFEST_DIR");
    let package = package.map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package
        .parent()
        .map_or_else(PathBuf::new, Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn verbs_and_options_fit_together() {
        super::Cli::command().debug_assert();
    }
}
