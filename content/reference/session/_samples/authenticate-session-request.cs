using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var response = await latchkey.Sessions.AuthenticateAsync(
    new AuthenticateOptions
    {
        ClientId = "client_01J9ZH5V0B",
        Code = "code_01J9ZS2F6G",
        IpAddress = "203.0.113.24",
    });

Console.WriteLine($"{response.Session.Id} {response.ExpiresIn}");
