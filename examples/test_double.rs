//! The test double as a program: a Letta server that answers from memory.
//!
//! ```text
//! cargo run -p letta-types-examples --bin test_double -- --steps steps.json --messages messages.json
//! ```
//!
//! The files hold what a server lists, such as the answers to `GET /v1/steps/?order=asc` and
//! `GET /v1/messages/?order=asc`, the oldest first. When a step was created isn't listed, so none is found
//! by date. A test in Rust uses
//! [`TestDouble`](letta_types_examples::double::TestDouble) instead, within its own process.

use std::{error::Error, fs, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::Parser;
use letta_types::{LettaMessage, Step, json};
use letta_types_examples::{
    double::{Store, StoredMessage, StoredStep, serve},
    explain::explain,
};
use tokio::net::TcpListener;

/// Answers as a Letta server does, from memory
#[derive(Parser)]
struct Options {
    /// Address to listen on; port 0 for a free one
    #[arg(long, default_value = "127.0.0.1:8283")]
    listen: SocketAddr,

    /// File with a JSON list of steps, the oldest first
    #[arg(long)]
    steps: Option<PathBuf>,

    /// File with a JSON list of messages, the oldest first
    #[arg(long)]
    messages: Option<PathBuf>,
}

/// Reads a list from a file.
fn read<T: json::Element>(path: &PathBuf) -> Result<Vec<T>, Box<dyn Error>> {
    let text = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    // The error tells the place by JSON Pointer, line and column.
    let list = json::from_slice(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(list)
}

fn store(options: &Options) -> Result<Store, Box<dyn Error>> {
    let mut store = Store::new();
    if let Some(path) = &options.steps {
        for step in read::<Step>(path)? {
            store.add_step(StoredStep::new(step));
        }
    }
    if let Some(path) = &options.messages {
        let messages: Vec<LettaMessage> = read(path)?;
        // Neighbours with one identifier are what one stored message is listed as.
        for pieces in
            messages.chunk_by(|left, right| left.id().is_some() && left.id() == right.id())
        {
            store.add_message(StoredMessage::new(pieces.iter().cloned()));
        }
    }
    Ok(store)
}

async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let router = serve(store(&options)?);
    let listener = TcpListener::bind(options.listen).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("test_double: {}", explain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}
