using Mainstay.Web.Hosting;

try
{
    await using var app = MainstayWeb.Build(WebOptions.Parse(args));
    await MainstayWeb.RunAsync(app);
    return 0;
}
catch (OptionException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}
catch (StartException cannot)
{
    await Console.Error.WriteLineAsync(cannot.Message);
    return 1;
}
