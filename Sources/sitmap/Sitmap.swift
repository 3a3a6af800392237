import ArgumentParser

@main
struct Sitmap: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitmap",
    abstract: "Draws dated situation maps: who held which ground on a day, what happened there, and who said so.",
    discussion: """
      A theatre is a folder with geodata/ and seeds/ in it. Without --theatre the nearest one upwards from the working folder is \
      used, else the one installed with the program.

      EXAMPLES
        sitmap render                                  the theatre's latest day, to a file named after it
        sitmap render --on 2017-11-20 -o map.png       a day
        sitmap render --report jpost-2017-05-30        all that one report says
        sitmap render --view hajin --lang ar --size slide -o hajin.pdf
        sitmap maps                                    every report and every day, to output/
        sitmap diff 2017-09-01 2017-11-20 -o gains.svg what changed hands between two days
        sitmap stats --from 2017-05-01 --to 2018-12-31 --step 1m --csv
        sitmap animate --from 2017-09-01 --to 2017-11-30 --chart -o autumn.mp4
        sitmap sheet --count 12 --size a4 -o year.pdf  twelve days side by side
        sitmap check                                   all faults of the files, and every stated distance measured

      EXIT CODES
        0 done   64 wrong use   65 faults in the theatre's files   66 no theatre, file, report or view of that name
        69 ffmpeg is not installed   70 the program's own failure   73 the output cannot be written   130 interrupted
      """,
    version: "0.1.0",
    subcommands: [
      RenderCommand.self, MapsCommand.self, AnimateCommand.self, AssembleCommand.self, SheetCommand.self, DiffCommand.self,
      StatsCommand.self, HoldersCommand.self,
      CheckCommand.self, ListCommand.self, ThemesCommand.self,
    ])
}
