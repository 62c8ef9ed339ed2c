using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var list = await latchkey.DirectorySync.ListUsersAsync(
    new ListUsersOptions
    {
        DirectoryId = "dir_01J9ZP1B4D",
        State = DirectoryUserState.Active,
        Limit = 50,
    });

foreach (var user in list.Data)
{
    Console.WriteLine($"{user.Id} {user.Email}");
}
