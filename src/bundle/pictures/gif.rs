//! GIF without comments and the extensions of programs.

/// The picture without what no reader sees. `None` when its parts cannot be told apart.
pub(super) fn gif(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut at = 13 + palette_bytes(*bytes.get(10)?);
    let mut kept = bytes.get(..at)?.to_vec();
    loop {
        let start = at;
        let is_kept = match *bytes.get(at)? {
            // An image, its palette, and the width of its codes.
            0x2c => {
                at += 10 + palette_bytes(*bytes.get(at + 9)?) + 1;
                true
            }
            0x21 => {
                let kind = *bytes.get(at + 1)?;
                at += 2;
                let name = bytes.get(at..)?;
                // How long an image stays, and how often all of them are repeated.
                let is_loop = name.starts_with(b"\x0bNETSCAPE2.0");
                kind == 0xf9 || kind == 0xff && is_loop
            }
            0x3b => {
                kept.push(0x3b);
                return Some(kept);
            }
            _ => return None,
        };
        at = end_of_blocks(bytes, at)?;
        if is_kept {
            kept.extend(bytes.get(start..at)?);
        }
    }
}

/// Bytes of the palette that a byte of flags announces.
fn palette_bytes(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a run of blocks ends. Each begins with its length, and the last one has none.
fn end_of_blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
