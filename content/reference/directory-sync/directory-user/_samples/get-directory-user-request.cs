using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var user = await latchkey.DirectorySync.GetUserAsync("dirusr_01J9ZP6R8V");

Console.WriteLine($"{user.Email} {user.State}");
