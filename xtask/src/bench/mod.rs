//! `cargo xtask bench`: what reading and writing costs, in instructions, allocations and time.

mod binary;
mod callgrind;
mod compile;
mod derived;
mod growth;
mod instructions;
mod linear;
mod page;
mod program;
mod record;
mod strict;
mod targets;
mod typify;
mod wall;

use std::{error::Error, process::ExitCode};

use clap::Subcommand;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: Option<What>,

    #[command(flatten)]
    instructions: instructions::Options,
}

/// Without one of these: instructions and allocations.
#[derive(Subcommand)]
enum What {
    /// Instructions per byte for inputs that grow, hostile ones among them.
    Linear(linear::Args),

    /// Wall time, all contestants in turn within one run.
    Wall(wall::Args),

    /// Time to compile a small program that reads a page, with letta-types and with derive.
    Compile(compile::Args),

    /// The same with more and more types of messages, and how large the program gets.
    Growth(compile::Args),

    /// Instructions beside a copy of letta-types that keeps no undeclared fields.
    Strict(strict::Args),

    /// Write what typify alone makes of the schema: one of the contestants.
    Typify,
}

pub(crate) fn run(args: &Args) -> ExitCode {
    match bench(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn bench(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    match &args.what {
        None => instructions::run(&args.instructions),
        Some(What::Linear(args)) => linear::run(args),
        Some(What::Wall(args)) => wall::run(args),
        Some(What::Compile(args)) => compile::run(args),
        Some(What::Growth(args)) => growth::run(args),
        Some(What::Strict(args)) => strict::run(args),
        Some(What::Typify) => typify::run(),
    }
}
