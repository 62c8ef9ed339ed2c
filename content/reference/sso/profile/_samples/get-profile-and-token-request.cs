using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var result = await latchkey.Sso.GetProfileAndTokenAsync(
    new GetProfileAndTokenOptions
    {
        ClientId = "client_01J9ZH2S6D",
        Code = "01J9ZN3T5YQX",
    });

Console.WriteLine(result.Profile.Email);
