//! What reading and writing allocates: every payload and contestant, as JSON.

use std::{error::Error, process::ExitCode};

use allocation_counter::{AllocationInfo, measure};
use letta_types_benches::{contestants, payloads};
use serde_json::json;

fn main() -> ExitCode {
    match count() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("allocations: {error}");
            ExitCode::from(2)
        }
    }
}

fn count() -> Result<(), Box<dyn Error>> {
    let mut counted = Vec::new();
    for name in payloads::NAMES {
        let payload = payloads::payload(name)?.ok_or("no such payload")?;
        for contestant in contestants() {
            let Ok(mut work) = (contestant.prepare)(&payload) else {
                continue;
            };
            let AllocationInfo {
                count_total,
                bytes_total,
                bytes_max,
                ..
            } = measure(&mut work);
            counted.push(json!({
                "payload": payload.name,
                "contestant": contestant.name,
                "allocations": count_total,
                "bytes": bytes_total,
                "peak": bytes_max,
            }));
        }
    }
    println!("{}", serde_json::to_string_pretty(&counted)?);
    Ok(())
}
