//! The tasks of the repository: `cargo xtask <verb>`.

mod codegen;

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
}

fn main() -> ExitCode {
    match Cli::parse().verb {
        Verb::Codegen(args) => codegen::run(&args),
    }
}
