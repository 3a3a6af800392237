import Animation
import Testing

/// Frames in a folder: whatever happens on the way, the same bytes come out.
struct FolderTests {
  private func draw(threads: Int = 2, shard: Shard = .whole, resumes: Bool = false, into folder: ScratchFolder) throws {
    try FilmFixture.film().writeFrames(to: folder.path, as: .png, shard: shard, resumes: resumes, FilmFixture.work(threads: threads))
  }

  @Test func `the bytes are the same on one thread, two and five`() throws {
    let folders = try [ScratchFolder(), ScratchFolder(), ScratchFolder()]
    for (folder, threads) in zip(folders, [1, 2, 5]) { try draw(threads: threads, into: folder) }
    let first = try FilmFixture.frames(in: folders[0].path)
    #expect(first.count > 10)
    for folder in folders.dropFirst() {
      #expect(try FilmFixture.frames(in: folder.path) == first)
      #expect(FrameFiles.read(folder.path + "/manifest.json") == FrameFiles.read(folders[0].path + "/manifest.json"))
    }
  }

  @Test func `the shares of several machines together are the whole`() throws {
    let whole = try ScratchFolder()
    try draw(into: whole)
    let shared = try ScratchFolder()
    for number in [3, 1, 4, 2] { try draw(shard: try #require(Shard(number, of: 4)), into: shared) }
    #expect(try FilmFixture.frames(in: shared.path) == FilmFixture.frames(in: whole.path))
    try FrameSet(folder: shared.path).writeManifest()
    #expect(FrameFiles.read(shared.path + "/manifest.json") == FrameFiles.read(whole.path + "/manifest.json"))
  }

  @Test func `work that was stopped goes on and ends with the same bytes`() throws {
    let whole = try ScratchFolder()
    try draw(into: whole)
    let film = try FilmFixture.film()
    let folder = try ScratchFolder()
    #expect(throws: FilmFailure.self) {
      try film.writeFrames(to: folder.path, as: .png, resumes: false, FilmFixture.work(threads: 2, stopAfter: 6))
    }
    let manifest = try #require(Manifest(json: FrameFiles.read(folder.path + "/manifest.json") ?? []))
    #expect(!manifest.entries.isEmpty && manifest.entries.count < manifest.count)
    try draw(resumes: true, into: folder)
    #expect(try FilmFixture.frames(in: folder.path) == FilmFixture.frames(in: whole.path))
    #expect(FrameFiles.read(folder.path + "/manifest.json") == FrameFiles.read(whole.path + "/manifest.json"))
  }

  @Test func `a frame cut short, a changed one and a lost one are drawn again, the others are kept`() throws {
    let folder = try ScratchFolder()
    try draw(into: folder)
    let whole = try FilmFixture.frames(in: folder.path)
    let names = whole.keys.sorted()
    try FrameFiles.write(Array((whole[names[1]] ?? []).prefix(100)), to: folder.path + "/" + names[1])
    try FrameFiles.write(whole[names[0]] ?? [], to: folder.path + "/" + names[3])
    FrameFiles.remove(folder.path + "/" + names[5])
    #expect(throws: FilmFailure.self) { try FrameSet(folder: folder.path) }
    let drawn = Mutexed(0)
    try FilmFixture.film().writeFrames(
      to: folder.path, as: .png, resumes: true,
      FilmWork(threads: 2, isStopped: { false }) { progress in
        if progress.done == progress.total { drawn.add(progress.done - progress.kept) }
      })
    #expect(drawn.value < whole.count)
    #expect(try FilmFixture.frames(in: folder.path) == whole)
    #expect(throws: Never.self) { try FrameSet(folder: folder.path) }
  }

  @Test func `frames of another film are not kept`() throws {
    let folder = try ScratchFolder()
    try FilmFixture.film(interpolates: false).writeFrames(to: folder.path, as: .png, resumes: false, FilmFixture.work(threads: 1))
    try draw(resumes: true, into: folder)
    let other = try ScratchFolder()
    try draw(into: other)
    #expect(FrameFiles.read(folder.path + "/manifest.json") == FrameFiles.read(other.path + "/manifest.json"))
  }

  @Test func `assembling says which frames are missing`() throws {
    let folder = try ScratchFolder()
    try draw(shard: try #require(Shard(1, of: 3)), into: folder)
    let failure = try #require(throws: FilmFailure.self) { try FrameSet(folder: folder.path) }
    #expect(failure.description.contains("frames are missing: "))
  }

  @Test func `equal frames are written once and held`() throws {
    let folder = try ScratchFolder()
    try draw(into: folder)
    let manifest = try #require(Manifest(json: FrameFiles.read(folder.path + "/manifest.json") ?? []))
    #expect(manifest.entries.map(\.frame) == Array(1...manifest.count))
    #expect(Set(manifest.entries.map(\.file)).count < manifest.count)
    #expect(Set(manifest.entries.map(\.hash)).count == Set(manifest.entries.map(\.file)).count)
  }
}

struct EncoderTests {
  @Test func `without ffmpeg the message names the package to install`() {
    #expect(FilmFailure.noEncoder.hint(resumable: false)?.contains("apt install ffmpeg") == true)
  }

  @Test func `a full disk says how to go on`() {
    let failure = FilmFailure.file(path: "frames/frame-000001.png", reason: "", isFull: true)
    #expect(failure.description.contains("no room on the disk"))
    #expect(failure.hint(resumable: true)?.contains("--resume") == true)
  }
}
