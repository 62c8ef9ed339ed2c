import com.latchkey.Latchkey;
import com.latchkey.sessions.AuthenticateOptions;

public class AuthenticateSession {
  public static void main(String[] args) {
    var latchkey = new Latchkey(System.getenv("LATCHKEY_API_KEY"));

    var response = latchkey.sessions.authenticate(
        AuthenticateOptions.builder()
            .clientId("client_01J9ZH5V0B")
            .code("code_01J9ZS2F6G")
            .ipAddress("203.0.113.24")
            .build());

    System.out.println(response.session.id);
  }
}
