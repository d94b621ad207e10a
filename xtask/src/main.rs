//! The tasks of the repository: `cargo xtask <verb>`.

mod codegen;
#[cfg(feature = "types")]
mod validate;
#[expect(dead_code, reason = "its verbs come next")]
mod compare;

use std::process::ExitCode;

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
    /// Compile the schema into the source of letta-types.
    Codegen(codegen::Args),

    /// Tell what JSON bodies are, what is unknown in them, and that nothing of them is lost.
    #[cfg(feature = "types")]
    Validate(validate::Args),
}

fn main() -> ExitCode {
    match Cli::parse().verb {
        Verb::Codegen(args) => codegen::run(&args),
        #[cfg(feature = "types")]
        Verb::Validate(args) => validate::run(&args),
    }
}
