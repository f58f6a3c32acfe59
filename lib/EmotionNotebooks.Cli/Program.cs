using System.CommandLine;
using EmotionNotebooks.Cli;
using EmotionNotebooks.Cli.Commands;

var root = new RootCommand("""
    EmotionNotebooks: train, judge and use networks that read emotions from faces.

    With no data at hand everything works on generated sample faces:  emotion train
    With FER-2013:  emotion train --data fer2013.csv
    """)
{
    TrainCommand.Create(),
    EvaluateCommand.Create(),
    CompareCommand.Create(),
    PredictCommand.Create(),
    CameraCommand.Create(),
    ExplainCommand.Create(),
    ServeCommand.Create(),
    ExportCommand.Create(),
    ReproduceCommand.Create(),
    FindLrCommand.Create(),
    ModelsCommand.Create(),
    DataCommand.Create(),
    NotebooksCommand.Create(),
    LabCommand.Create(),
    ConvertCommand.Create(),
    KernelCommand.Create(),
};
return Guard.Run(root, args);
