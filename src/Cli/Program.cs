using Mainstay.Cli;
using Mainstay.Cli.Remind;

if (args is not ["remind", ..]) return await Everything.Run(args);
// Reminders stay in memory all day, so they start without all that only the other commands need.
Small.Become(args, AppContext.BaseDirectory);
return await Lean.Run(args);
