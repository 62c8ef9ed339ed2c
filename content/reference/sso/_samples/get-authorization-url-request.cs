using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var url = latchkey.Sso.GetAuthorizationUrl(
    new GetAuthorizationUrlOptions
    {
        ClientId = "client_01J9ZH2S6D",
        RedirectUri = "https://app.example.com/callback",
        Organization = "org_01J9ZJ8F3M",
        State = "invoice-1042",
    });

Console.WriteLine(url);
