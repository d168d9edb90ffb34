using Mainstay.Cli.Remind;

return await Lean.Run(["remind", .. args]);
